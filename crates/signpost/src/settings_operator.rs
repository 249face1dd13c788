//! Settings of who runs this and how to reach them, which stand at the foot of every page.

use clap::Args;
use serde::Deserialize;
use signpost_domain::{Phone, WebAddress};
use signpost_web::Operator;

use crate::fault::Failure;

/// Who runs this.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct OperatorFlags {
    /// Who runs this, for the foot of every page.
    #[arg(long, env = "SIGNPOST_OPERATOR", value_name = "NAME")]
    operator: Option<String>,
    /// The same in French, where it is another name.
    #[arg(long, env = "SIGNPOST_OPERATOR_FR", value_name = "NAME")]
    operator_fr: Option<String>,
    /// Their e-mail address.
    #[arg(long, env = "SIGNPOST_OPERATOR_EMAIL", value_name = "ADDRESS")]
    operator_email: Option<String>,
    /// Their phone number, as it is to be read.
    #[arg(long, env = "SIGNPOST_OPERATOR_PHONE", value_name = "NUMBER")]
    operator_phone: Option<String>,
    /// A page of theirs, https.
    #[arg(long, env = "SIGNPOST_OPERATOR_WEBSITE", value_name = "URL")]
    operator_website: Option<String>,
}

/// The same in `signpost.toml`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(crate) struct OperatorTable {
    name: Option<String>,
    name_fr: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    website: Option<String>,
}

impl OperatorFlags {
    /// Flags and environment over the file. `None` when nobody said who runs this.
    pub(crate) fn settle(self, file: OperatorTable) -> Result<Option<Operator>, Failure> {
        let given = |flag: Option<String>, file: Option<String>| {
            let text = flag.or(file).map(|text| text.trim().to_owned());
            text.filter(|text| !text.is_empty())
        };
        let operator = Operator {
            name: given(self.operator, file.name).unwrap_or_default(),
            name_fr: given(self.operator_fr, file.name_fr),
            email: given(self.operator_email, file.email),
            phone: given(self.operator_phone, file.phone),
            website: given(self.operator_website, file.website),
        };
        if operator == Operator::default() {
            return Ok(None);
        }
        if operator.name.is_empty() {
            return Err(Failure::new(
                "Who runs this: there is a way to reach them and no name; set SIGNPOST_OPERATOR.",
            ));
        }
        if let Some(phone) = &operator.phone
            && let Err(error) = Phone::new(phone)
        {
            return Err(Failure::new(format!("SIGNPOST_OPERATOR_PHONE: {error}.")));
        }
        if let Some(website) = &operator.website
            && let Err(error) = WebAddress::new(website)
        {
            return Err(Failure::new(format!("SIGNPOST_OPERATOR_WEBSITE: {error}.")));
        }
        if operator.email.as_ref().is_some_and(|email| {
            !email.contains('@')
                || email.contains(|c: char| c.is_whitespace() || "<>\"?&".contains(c))
        }) {
            return Err(Failure::new(
                "SIGNPOST_OPERATOR_EMAIL: write an address such as where@example.org.",
            ));
        }
        Ok(Some(operator))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> OperatorTable {
        toml::from_str(text).expect("a table")
    }

    #[test]
    fn a_name_comes_with_ways_that_can_be_gone() {
        let none = OperatorFlags::default().settle(table(""));
        assert_eq!(none.expect("fine"), None);
        let whole = "name = \"Working group\"\nname_fr = \"Groupe de travail\"\nemail = \"where@example.org\"\nphone = \"807-555-0100\"";
        let flags = OperatorFlags {
            operator: Some("The group".to_owned()),
            ..OperatorFlags::default()
        };
        let operator = flags.settle(table(whole)).expect("fine").expect("somebody");
        assert_eq!(operator.name, "The group");
        assert_eq!(operator.email.as_deref(), Some("where@example.org"));
        for wrong in [
            "email = \"where@example.org\"",
            "name = \"G\"\nemail = \"nobody\"",
            "name = \"G\"\nphone = \"call us\"",
            "name = \"G\"\nwebsite = \"javascript:alert(1)\"",
        ] {
            assert!(
                OperatorFlags::default().settle(table(wrong)).is_err(),
                "{wrong}"
            );
        }
        assert!(toml::from_str::<OperatorTable>("fax = \"1\"").is_err());
    }
}
