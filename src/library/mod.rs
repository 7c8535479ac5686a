//! Reports on disk or built in: loading, checking, linking.
