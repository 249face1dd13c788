//! Versions, rules, targets and consents as rows.

use std::collections::BTreeSet;

use signpost_domain::{
    Consent, ConsentWord, Directory, FaultSubject, OrganizationId, Plan, PlanStatus, Rule,
    SiteSlug, Target,
};

use super::life;
use crate::{columns::Columns, fault::Faults, row::SourceRow, tables::NO_DAY, value};

const PLAN: Columns = Columns {
    required: &[],
    all: &[
        "version",
        "status",
        "title",
        "summary",
        "from",
        "until",
        "zone",
        "decision",
        "decided_on",
        "decided_by",
        "owner",
        "review_by",
        "hidden",
        "ended_after",
        "example",
    ],
    texts: &["title", "summary", "decided_by"],
    judged: &[],
};
const RULE: Columns = Columns {
    required: &[],
    all: &[
        "id", "from", "need", "first", "last", "message", "decision", "targets",
    ],
    texts: &["message"],
    judged: &[],
};
const TARGET: Columns = Columns {
    required: &[],
    all: &["site", "need", "note"],
    texts: &["note"],
    judged: &[],
};
const CONSENT: Columns = Columns {
    required: &[],
    all: &["organization", "need", "on", "until", "reference"],
    texts: &[],
    judged: &[],
};

/// Reads versions beside a directory.
pub(super) struct Reader<'r> {
    zone: String,
    needs: BTreeSet<String>,
    organizations: BTreeSet<String>,
    sites: BTreeSet<String>,
    pub(super) faults: Faults,
    pub(super) spans: Vec<(FaultSubject, &'r SourceRow)>,
}

impl<'r> Reader<'r> {
    pub(super) fn of(directory: &Directory, faults: Faults) -> Self {
        Self {
            zone: directory.zone.clone(),
            needs: directory.needs.iter().map(|n| n.code.to_string()).collect(),
            organizations: directory
                .organizations
                .iter()
                .map(|o| o.id.to_string())
                .collect(),
            sites: directory.sites.iter().map(|s| s.slug.to_string()).collect(),
            faults,
            spans: Vec::new(),
        }
    }

    /// Every version in a file. A number that is there twice is named.
    pub(super) fn plans(&mut self, root: &'r SourceRow) -> Vec<Plan> {
        for key in root
            .cells
            .keys()
            .chain(root.lists.keys())
            .chain(root.children.keys())
        {
            if key != "plan" && key != "word" {
                let message = "only [[plan]] and [[word]] tables belong here";
                root.fault(&mut self.faults, key, message);
            }
        }
        let mut seen = BTreeSet::new();
        let mut plans = Vec::new();
        for row in root.rows("plan") {
            if let Some(plan) = self.plan(row) {
                if !seen.insert(plan.version) {
                    let message = "this version is used twice";
                    row.fault(&mut self.faults, "version", message);
                }
                plans.push(plan);
            }
        }
        plans
    }

    /// What organizations say, in the order of the file.
    pub(super) fn words(&mut self, root: &'r SourceRow) -> Vec<(OrganizationId, ConsentWord)> {
        let mut words = Vec::new();
        for row in root.rows("word") {
            self.check(row, "organization");
            self.check(row, "need");
            words.extend(life::word(row, &mut self.faults));
        }
        words
    }

    pub(super) fn plan(&mut self, row: &'r SourceRow) -> Option<Plan> {
        row.check(&PLAN, &["rule", "consent", "approval"], &mut self.faults);
        let faults = &mut self.faults;
        let version: Option<u32> = row.need(faults, "version");
        row.required(faults, "status");
        let status = row.read(faults, "status", |word| match word {
            "draft" => Ok(PlanStatus::Draft),
            "approved" => Ok(PlanStatus::Approved),
            "ended" => Ok(PlanStatus::Ended),
            _ => Err(format!(
                "write draft, approved or ended, not {}",
                value::quoted(word)
            )),
        });
        let from = row.read(faults, "from", value::date);
        let until = row.read(faults, "until", value::date);
        if status == Some(PlanStatus::Approved) && row.word("from").is_empty() {
            row.fault(faults, "status", "an approved plan has a first day, from");
        }
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            row.fault(faults, "until", "the last day is before the first");
        }
        let zone = row.read(faults, "zone", value::zone);
        let title = row.need_text(faults, "title");
        let example = row.read_or(faults, "example", value::yes);
        let decided_on = row.read(faults, "decided_on", value::date);
        let review_by = row.read(faults, "review_by", value::date);
        let ended_after = row.read(faults, "ended_after", value::date);
        let hidden = row.read_or(faults, "hidden", value::yes);
        let version = version?;
        self.spans.push((FaultSubject::Plan(version), row));
        Some(Plan {
            owner: row.word("owner").to_owned(),
            review_by,
            decided_on,
            decided_by: row.text(&mut self.faults, "decided_by"),
            hidden,
            ended_after,
            approvals: row
                .rows("approval")
                .iter()
                .filter_map(|inner| life::approval(inner, &mut self.faults))
                .collect(),
            version,
            status: status.unwrap_or(PlanStatus::Draft),
            title,
            summary: row.text(&mut self.faults, "summary"),
            from,
            until,
            zone: zone.unwrap_or_else(|| self.zone.clone()),
            decision: row.word("decision").to_owned(),
            rules: row
                .rows("rule")
                .iter()
                .filter_map(|rule| self.rule(version, rule))
                .collect(),
            consents: row
                .rows("consent")
                .iter()
                .filter_map(|inner| self.consent(inner))
                .collect(),
            example,
        })
    }

    fn rule(&mut self, version: u32, row: &'r SourceRow) -> Option<Rule> {
        row.check(&RULE, &["targets"], &mut self.faults);
        let faults = &mut self.faults;
        let id: Option<signpost_domain::RuleId> = row.need(faults, "id");
        let from: Option<SiteSlug> = row.need(faults, "from");
        let need = row.need(faults, "need");
        let first = row.read(faults, "first", value::date);
        let last = row.read(faults, "last", value::date);
        if let (Some(first), Some(last)) = (first, last)
            && last < first
        {
            row.fault(faults, "last", "the last day is before the first");
        }
        if row
            .lists
            .get("targets")
            .is_some_and(|list| !list.is_empty())
        {
            row.fault(faults, "targets", "write each target as { site = \"…\" }");
        }
        self.check(row, "from");
        self.check(row, "need");
        let id = id?;
        self.spans
            .push((FaultSubject::Rule(version, id.to_string()), row));
        Some(Rule {
            id,
            from: from?,
            need: need?,
            first,
            last,
            targets: row
                .rows("targets")
                .iter()
                .filter_map(|target| self.target(target))
                .collect(),
            message: row.text(&mut self.faults, "message"),
            decision: row.word("decision").to_owned(),
        })
    }

    fn target(&mut self, row: &SourceRow) -> Option<Target> {
        row.check(&TARGET, &[], &mut self.faults);
        self.check(row, "site");
        self.check(row, "need");
        Some(Target {
            site: row.need(&mut self.faults, "site")?,
            need: row.parse(&mut self.faults, "need"),
            note: row.text(&mut self.faults, "note"),
        })
    }

    fn consent(&mut self, row: &SourceRow) -> Option<Consent> {
        row.check(&CONSENT, &[], &mut self.faults);
        self.check(row, "organization");
        self.check(row, "need");
        let faults = &mut self.faults;
        row.required(faults, "reference");
        let on = row.need_date(faults, "on").unwrap_or(NO_DAY);
        let until = row.read(faults, "until", value::date);
        if until.is_some_and(|until| until < on) {
            row.fault(faults, "until", "the last day is before the first");
        }
        let organization: Option<OrganizationId> = row.need(faults, "organization");
        Some(Consent {
            organization: organization?,
            need: row.parse(faults, "need"),
            on,
            until,
            reference: row.word("reference").to_owned(),
        })
    }

    /// Names an id that nothing has.
    pub(super) fn check(&mut self, row: &SourceRow, field: &str) {
        let (known, message) = match field {
            "organization" => (&self.organizations, "no organization has the id"),
            "need" => (&self.needs, "no need has the code"),
            _ => (&self.sites, "no site has the slug"),
        };
        let word = row.word(field);
        if !word.is_empty() && !known.contains(word) && !self.faults.rows_lost {
            row.fault(&mut self.faults, field, &format!("{message} {word}"));
        }
    }
}
