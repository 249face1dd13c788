//! Figures from outside: the built server over HTTP against a bare one, what loading costs, and how long a start takes.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::{
    NOW,
    load::{CONNECTIONS, Load},
    process::{LOADER, SERVER, Server, Spent, can_pin, on_core, run},
    targets::{self, Target},
    town,
};

const ROUNDS: usize = 5;
/// No visit lasts longer.
const LONG: Duration = Duration::from_mins(2);

/// One visit to one server.
struct Visit {
    spent: Spent,
    answers: f64,
    bytes: f64,
    p99: f64,
}

/// What the process that asks does: `ADDRESS FILE FIRST MOST MILLIS STATUS GZIP`, and says how many were answered, their bytes, and the
/// microseconds below which 99 of 100 took.
pub fn load(asked: &[&str]) {
    let [address, file, first, most, millis, status, gzip] = asked else {
        panic!("seven words: {asked:?}");
    };
    let paths = std::fs::read_to_string(file).expect("addresses");
    let paths: Vec<String> = paths.lines().map(str::to_owned).collect();
    let load = Load {
        address,
        paths: &paths,
        first: first.parse().expect("a number"),
        most: most.parse().expect("a number"),
        lasts: Duration::from_millis(millis.parse().expect("a number")),
        status: status.parse().expect("a status"),
        gzip: *gzip == "gzip",
    };
    match load.run() {
        Ok(mut loaded) => {
            loaded.micros.sort_unstable();
            let p99 = loaded.micros[loaded.micros.len() * 99 / 100];
            println!("{} {} {p99}", loaded.answers, loaded.bytes);
        }
        Err(fault) => {
            eprintln!("{fault}");
            std::process::exit(1);
        }
    }
}

/// The built server; another build of it, to hold the two against each other, where `SIGNPOST_BENCH` says so.
fn product() -> String {
    std::env::var("SIGNPOST_BENCH")
        .unwrap_or_else(|_unset| env!("CARGO_BIN_EXE_signpost").to_owned())
}

/// Asks one kind of a server for a while, from the core beside it.
fn visit(server: &Server, target: &Target, paths: &Path, (first, most): (usize, usize)) -> Visit {
    let this = std::env::current_exe().expect("this program");
    let (first, most) = (first.to_string(), most.to_string());
    let millis = LONG.as_millis().to_string();
    let status = target.status.to_string();
    let coding = if target.gzip { "gzip" } else { "identity" };
    let paths = paths.to_str().expect("a plain path");
    let asked = [
        "--load",
        &server.address,
        paths,
        &first,
        &most,
        &millis,
        &status,
        coding,
    ];
    let before = server.spent();
    let (_, output) = run(LOADER, this.to_str().expect("a plain path"), &asked);
    let spent = server.spent().since(before);
    let said = String::from_utf8_lossy(&output.stdout);
    let said: Vec<f64> = said
        .split_whitespace()
        .map(|number| number.parse().expect("a number"))
        .collect();
    Visit {
        spent,
        answers: said[0],
        bytes: said[1] / said[0],
        p99: said[2],
    }
}

fn serve(database: &str) -> Server {
    let mut command = on_core(
        SERVER,
        &product(),
        &[
            "serve",
            "--bind",
            "127.0.0.1:0",
            "--database",
            database,
            "--now",
            NOW,
            "--workers",
            "1",
        ],
    );
    // All questions come from one address, and no pictures are drawn meanwhile.
    command
        .env("SIGNPOST_PEER_BUDGET", "0")
        .env("SIGNPOST_PICTURES", "off");
    Server::start(command)
}

/// The addresses of one kind in a file, as both servers are asked for them.
struct Asked {
    target: Target,
    product: std::path::PathBuf,
    bare: std::path::PathBuf,
}

fn asked(town: &signpost_domain::Directory, folder: &Path) -> Vec<Asked> {
    let write = |(number, target): (usize, Target)| {
        let of = |name: &str, before: &str| {
            let file = folder.join(format!("{name}-{number}"));
            let lines = target.paths.iter().map(|path| format!("{before}{path}"));
            std::fs::write(&file, lines.collect::<Vec<_>>().join("\n")).expect("a file");
            file
        };
        Asked {
            product: of("product", ""),
            bare: of("bare", &format!("/{number}")),
            target,
        }
    };
    targets::all(town)
        .into_iter()
        .enumerate()
        .map(write)
        .collect()
}

/// Everything about a town of so many places.
pub fn figures(sites: usize) {
    let folder = TempDir::new().expect("a folder");
    let folder = folder.path();
    let town = town::of(sites);
    let data = folder.join("data");
    std::fs::create_dir(&data).expect("a folder");
    town::write(&town, &data);
    let services: usize = town.sites.iter().map(|site| site.services.len()).sum();
    println!("\n{sites} sites, {services} services, {}", pinned());
    let database = format!("sqlite:{}", folder.join("signpost.db").display());
    let data = data.to_str().expect("a plain path");
    let (checked, _) = run(SERVER, &product(), &["check", data]);
    println!(
        "check                {:>8.1} s of processor time",
        checked.ran
    );
    let (imported, _) = run(
        SERVER,
        &product(),
        &["import", data, "--database", &database],
    );
    println!(
        "import               {:>8.1} s of processor time",
        imported.ran
    );
    let began = Instant::now();
    let product = serve(&database);
    let all = asked(&town, folder);
    let first: Vec<Visit> = all
        .iter()
        .map(|one| visit(&product, &one.target, &one.product, (0, CONNECTIONS)))
        .collect();
    println!(
        "start to first answers {:>6.1} s",
        began.elapsed().as_secs_f64()
    );
    let memory = product.memory();
    println!(
        "memory at rest       {:>8.0} MB, {:.0} bytes a site",
        memory / 1e6,
        memory / sites as f64
    );
    let bare = bare(&first);
    table(&all, &product, &bare);
}

fn pinned() -> String {
    let cores = if can_pin() {
        "the servers on one core and who asks on another"
    } else {
        "no core held for anybody: `taskset` or a second core is missing"
    };
    format!("{CONNECTIONS} connections, {cores}")
}

/// The bare server with bodies as long as these answers.
fn bare(first: &[Visit]) -> Server {
    let mut sizes = vec!["--bare".to_owned()];
    sizes.extend(first.iter().map(|visit| format!("{:.0}", visit.bytes)));
    let sizes: Vec<&str> = sizes.iter().map(String::as_str).collect();
    let this = std::env::current_exe().expect("this program");
    Server::start(on_core(
        SERVER,
        this.to_str().expect("a plain path"),
        &sizes,
    ))
}

fn table(all: &[Asked], product: &Server, bare: &Server) {
    let mut visits: Vec<(Vec<Visit>, Vec<Visit>)> =
        all.iter().map(|_| Default::default()).collect();
    for round in 0..ROUNDS {
        for (one, (ours, theirs)) in all.iter().zip(&mut visits) {
            let target = &one.target;
            // Each round asks for others, so that what is kept was not asked for before.
            let many = target.paths.len() / ROUNDS;
            let portion = (many * round, many);
            ours.push(visit(product, target, &one.product, portion));
            let plain = Target::of_bytes(target.name);
            theirs.push(visit(bare, &plain, &one.bare, portion));
        }
    }
    println!(
        "{:<32} {:>8} {:>9} {:>9} {:>9} {:>9} {:>8} {:>9} {:>9}",
        "", "bytes", "user µs", "system", "bare user", "system", "ratio", "p99 µs", "bare p99"
    );
    for (one, (ours, theirs)) in all.iter().zip(&visits) {
        let middle =
            |visits: &[Visit], of: fn(&Visit) -> f64| median(visits.iter().map(of).collect());
        let ran = |visits: &[Visit]| middle(visits, |visit| visit.spent.ran / visit.answers) * 1e6;
        println!(
            "{:<32} {:>8.0} {:>9.1} {:>9.1} {:>9.1} {:>9.1} {:>6.2} × {:>9.0} {:>9.0}",
            one.target.name,
            middle(ours, |visit| visit.bytes),
            ran(ours) * own_share(ours),
            ran(ours) * (1.0 - own_share(ours)),
            ran(theirs) * own_share(theirs),
            ran(theirs) * (1.0 - own_share(theirs)),
            ran(ours) / ran(theirs),
            middle(ours, |visit| visit.p99),
            middle(theirs, |visit| visit.p99),
        );
    }
}

/// How much of its time a server spent in its own code, over all rounds.
fn own_share(visits: &[Visit]) -> f64 {
    let sum = |of: fn(&Spent) -> f64| visits.iter().map(|visit| of(&visit.spent)).sum::<f64>();
    let (user, system) = (sum(|spent| spent.user), sum(|spent| spent.system));
    user / (user + system).max(f64::MIN_POSITIVE)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
