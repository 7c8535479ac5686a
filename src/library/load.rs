use super::*;
pub const LARGEST_FILE: u64 = 64 << 20;
pub struct Source {
    pub name: String,
    pub text: Result<std::borrow::Cow<'static, [u8]>, Problem>,
}
pub(super) struct Loaded {
    pub reports: Vec<ReportFile>,
    pub registry: Registry,
    pub problems: Vec<Problem>,
}
impl Loaded {
    pub fn nothing(p: Problem) -> Self {
        Self {
            reports: vec![],
            registry: Registry::default(),
            problems: vec![p],
        }
    }
}
pub(super) fn folder(_: &Path) -> Result<Vec<Source>, Problem> {
    Ok(vec![])
}
pub(super) fn all(s: &[Source]) -> Loaded {
    let mut l = Loaded {
        reports: vec![],
        registry: Registry::default(),
        problems: vec![],
    };
    for x in s {
        let t = std::str::from_utf8(x.text.as_ref().unwrap()).unwrap();
        if x.name.ends_with("registry.yaml") {
            l.registry = serde_yaml::from_str(t).unwrap()
        } else {
            l.reports.push(serde_yaml::from_str(t).unwrap())
        }
    }
    l
}
impl Source {
    pub fn text(n: &str, t: &'static str) -> Self {
        Self {
            name: n.into(),
            text: Ok(std::borrow::Cow::Borrowed(t.as_bytes())),
        }
    }
}
