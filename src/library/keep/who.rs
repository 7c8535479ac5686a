//! Who makes the changes, where nobody says: the name with which the person logged in.

use std::env;
use std::fs;

/// The login name: of the environment, else of the system's list of users; `?` where neither says.
#[must_use]
pub fn login_name() -> String {
    ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(|name| env::var(name).ok().filter(|name| !name.trim().is_empty()))
        .or_else(of_system)
        .unwrap_or_else(|| "?".to_owned())
}

#[cfg(unix)]
fn of_system() -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let uid = fs::metadata("/proc/self").ok()?.uid();
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    Some(named(&users, uid).unwrap_or_else(|| uid.to_string()))
}

#[cfg(not(unix))]
fn of_system() -> Option<String> {
    None
}

/// The name of the user with this number in a list as in `/etc/passwd`.
#[cfg(unix)]
fn named(users: &str, uid: u32) -> Option<String> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        let number: u32 = fields.nth(1)?.parse().ok()?;
        (number == uid).then(|| name.to_owned())
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::named;

    #[test]
    fn a_user_is_found_by_number() {
        let users = "root:x:0:0:root:/root:/bin/sh\nbroken\nhind:x:1001:1001::/home/hind:/bin/sh\n";
        assert_eq!(named(users, 1001).as_deref(), Some("hind"));
        assert_eq!(named(users, 0).as_deref(), Some("root"));
        assert_eq!(named(users, 7), None);
    }
}
