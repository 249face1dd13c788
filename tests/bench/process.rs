//! Processes that are measured from outside: started on one core, waited for, read, and ended.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    process::{Child, ChildStderr, Command, Output, Stdio},
    sync::LazyLock,
    thread,
};

use crate::processor;

/// The core that what is measured runs on.
pub const SERVER: usize = 0;
/// The core that asks.
pub const LOADER: usize = 1;
/// Ticks a second of the times in `/proc/PID/stat`: the same on every Linux that Rust runs on.
const TICKS: f64 = 100.0;

static CAN_PIN: LazyLock<bool> = LazyLock::new(|| {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let help = Command::new("taskset").arg("--version").output();
    cores > LOADER && help.is_ok_and(|output| output.status.success())
});

/// Whether processes are held to a core.
pub fn can_pin() -> bool {
    *CAN_PIN
}

/// A command on one core, where there are two and `taskset` is there.
pub fn on_core(core: usize, program: &str, arguments: &[&str]) -> Command {
    let mut command;
    if can_pin() {
        command = Command::new("taskset");
        command.args(["-c", &core.to_string(), program]);
    } else {
        command = Command::new(program);
    }
    command.args(arguments);
    command
}

/// Processor seconds.
///
/// How long it ran is exact. How that is shared between its own code and the kernel is counted in hundredths of a second, so that only long
/// times tell it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Spent {
    pub ran: f64,
    pub user: f64,
    pub system: f64,
}

impl Spent {
    pub fn since(self, before: Self) -> Self {
        Self {
            ran: self.ran - before.ran,
            user: self.user - before.user,
            system: self.system - before.system,
        }
    }
}

/// The fields of `/proc/PID/stat` from the state on; the name before it may hold anything.
fn times(process: &str, first: usize) -> Spent {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).expect("/proc");
    let (_, fields) = stat.rsplit_once(") ").expect("a name");
    let fields: Vec<&str> = fields.split(' ').collect();
    let seconds = |at: usize| fields[at].parse::<f64>().expect("a number") / TICKS;
    let (user, system) = (seconds(first), seconds(first + 1));
    Spent {
        ran: user + system,
        user,
        system,
    }
}

/// What the processes spent that this one started, waited for and that are over.
fn of_children() -> Spent {
    times("self", 13)
}

/// Runs a command to its end on one core; what it spent, and what it said.
pub fn run(core: usize, program: &str, arguments: &[&str]) -> (Spent, Output) {
    let before = of_children();
    let output = on_core(core, program, arguments).output().expect("it runs");
    assert!(
        output.status.success(),
        "{program} {arguments:?} failed: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    (of_children().since(before), output)
}

/// A server in a process of its own. It is killed when this is dropped.
pub struct Server {
    child: Child,
    /// Host and port.
    pub address: String,
}

impl Server {
    /// Starts it, and waits until it says where it listens.
    ///
    /// # Panics
    /// When it ends before: it did not bind.
    pub fn start(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut log = BufReader::new(child.stderr.take().expect("a log"));
        let address = address(&mut log);
        // Nobody reads what it says later; a full pipe would stop it.
        thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
        Self { child, address }
    }

    /// What it spent so far.
    pub fn spent(&self) -> Spent {
        let process = self.child.id().to_string();
        Spent {
            ran: processor::seconds_of(&process),
            ..times(&process, 11)
        }
    }

    /// Bytes it has in memory.
    pub fn memory(&self) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()));
        let status = status.expect("/proc");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next());
        kilobytes.map_or(0.0, |size| size.parse::<f64>().expect("a number") * 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

fn address(log: &mut BufReader<ChildStderr>) -> String {
    let mut said = String::new();
    loop {
        let mut line = String::new();
        let read = log.read_line(&mut line).expect("a log");
        assert!(read > 0, "the server did not bind: {said}");
        if let Some((_, after)) = line.split_once("http://") {
            let end = after.find(|c: char| !(c.is_ascii_digit() || ".:".contains(c)));
            return after[..end.unwrap_or(after.len())].to_owned();
        }
        said += &line;
    }
}
