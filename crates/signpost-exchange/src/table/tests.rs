use super::*;

const COLUMNS: Columns = Columns {
    required: &["id"],
    all: &["id", "name", "hours"],
    texts: &["name"],
    judged: &[],
};

fn faults(text: &str) -> Vec<String> {
    let mut faults = Faults::default();
    read("t.csv", text, &COLUMNS, &mut faults);
    let found = faults.finish(Some(())).err().unwrap_or_default();
    found.iter().map(Fault::to_string).collect()
}

fn lines(text: &str) -> Vec<(u64, String)> {
    let mut faults = Faults::default();
    let rows = read("t.csv", text, &COLUMNS, &mut faults);
    assert!(faults.finish(Some(())).is_ok());
    let line = |row: &SourceRow| match &row.span {
        SourceSpan::Record { line, .. } => *line,
        _ => 0,
    };
    rows.iter()
        .map(|row| (line(row), row.word("id").to_owned()))
        .collect()
}

#[test]
fn a_record_stands_on_the_line_it_starts_on_whatever_ends_the_lines() {
    let expected = vec![
        (2, "a".to_owned()),
        (5, "b".to_owned()),
        (6, "c".to_owned()),
    ];
    assert_eq!(lines("id,name_en\na,\"x\ny\"\n\nb,z\nc,w"), expected);
    assert_eq!(
        lines("id,name_en\r\na,\"x\r\ny\"\r\n\r\nb,z\r\nc,w\r\n"),
        expected
    );
    assert_eq!(lines("id,name_en\ra,\"x\ry\"\r\rb,z\rc,w"), expected);
}

#[test]
fn rows_of_empty_cells_are_passed_over() {
    assert_eq!(lines("id,hours\n,\n a ,\n , \n"), [(3, "a".to_owned())]);
}

#[test]
fn empty_columns_at_the_end_are_passed_over_and_what_stands_in_them_is_not() {
    assert_eq!(
        lines("id,hours,,\na,,,\nb,,\n"),
        [(2, "a".to_owned()), (3, "b".to_owned())]
    );
    assert_eq!(faults("id,hours,,\na,,,lost\n").len(), 1);
    assert_eq!(
        faults("id,,hours\na,,\n").len(),
        1,
        "one without a name in between"
    );
}

#[test]
fn every_fault_of_a_header_is_named() {
    let found = faults("name_en,nmae_fr,name_en\n");
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found[0].starts_with("t.csv:1:2 (nmae_fr): there is no column"));
    assert!(found[1].starts_with("t.csv:1:3 (name_en): the column name_en is there twice"));
    assert!(found[2].starts_with("t.csv:1:4 (id): the column id is missing"));
    assert!(
        faults("name\n")[0].contains("no column \"name\""),
        "a text needs its language"
    );
    assert!(faults("idd;nmae\na;b\n")[0].starts_with("t.csv:1:1 (idd): there is no column"));
    assert!(faults("")[0].contains("empty"));
}

#[test]
fn ragged_rows_are_named_and_the_others_still_read() {
    let found = faults("id,hours\na\nb,c\nd,e,f\n");
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("t.csv:2:2: 1 cells"));
    assert!(found[1].starts_with("t.csv:4:3: 3 cells"));
}

#[test]
fn what_spreadsheets_put_between_cells_is_seen_in_the_head() {
    let expected = vec![(2, "a, b".to_owned()), (3, "c;d".to_owned())];
    assert_eq!(lines("id;hours\na, b;x\n\"c;d\";y\n"), expected);
    assert_eq!(lines("id\thours\na, b\tx\nc;d\ty\n"), expected);
    assert_eq!(lines("id,hours\n\"a, b\",x\nc;d,y\n"), expected);
    assert_eq!(lines("\"id\";\"hours\"\r\na, b;\r\n\"c;d\";\r\n"), expected);
    // Lines count on behind a spreadsheet's own note.
    assert_eq!(lines("sep=;\nid\n"), []);
    assert_eq!(lines("sep=;\r\nid;hours\r\na;\r\n"), [(3, "a".to_owned())]);
    assert!(faults("id;hours\na;b;c\n")[0].contains("contains a semicolon"));
    assert!(faults("id;hours\na;\"b\n")[0].contains("never closed"));
}
