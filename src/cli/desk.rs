//! Where a subcommand sits: who asks, when, in which language, and the council's folder. Must not know what is asked.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use etcetera::BaseStrategy;

use super::args::Global;
use super::out::{Exit, Out, Stop, say};
use super::view::Sight;
use crate::clock;
use crate::council::{Asker, Council};
use crate::domain::context::Mine;
use crate::domain::decide::NAME_LIMIT;
use crate::domain::entry::Instant;
use crate::domain::id::MeetingRef;
use crate::domain::refusal::Refusal;
use crate::domain::register::Register;
use crate::domain::time::{ZONE, day_of};
use crate::journal::{Access, COUNCIL_FILE, Remark};
use crate::settings::{Ambiguous, Chosen, Settings, Theme};
use crate::state_dir::StateDir;
use crate::text::{Lang, Text, ZH};
use crate::tui;
use crate::tui::run::{Ended, Session};

pub(super) struct Desk {
    pub(super) text: Text,
    pub(super) out: Out,
    pub(super) read_only: bool,
    by: String,
    /// Who acts, if that was said.
    named: Option<String>,
    /// The clock, if it was set by hand.
    now: Option<Instant>,
    folder: Option<PathBuf>,
    theme: Theme,
    ambiguous: Ambiguous,
    mouse: bool,
    /// What is passed over in the settings, in a sentence.
    greeting: Option<String>,
}

/// A council as a reading command looks at it: now, or at the end of a day that has passed.
pub(super) struct Look {
    council: Council,
    now: Instant,
}

impl Look {
    pub(super) fn register(&self) -> &Register {
        &self.council.register
    }

    pub(super) fn sight(&self) -> Sight<'_> {
        Sight { register: &self.council.register, now: self.now }
    }

    /// What the council is called.
    pub(super) fn name(&self) -> &str {
        &self.council.journal.about().name
    }
}

impl Desk {
    /// Takes in what was said on the command line, then what the environment says.
    pub(super) fn new(global: Global, text: Text, chosen: &Chosen) -> Result<Self, Stop> {
        let now = match (global.now, variable("MAZHA_NOW")) {
            (Some(now), _) => Some(now),
            (None, None) => None,
            (None, Some(given)) => {
                let given = given.to_string_lossy();
                let instant = Instant::parse_from_rfc3339(&given);
                Some(instant.map_err(|_| Stop::new(Exit::Usage, text.bad_now(&given)))?)
            }
        };
        let file = chosen.file.to_string_lossy();
        let passed_over: Vec<_> = chosen.remarks.iter().map(|remark| text.settings_remark(&file, remark)).collect();
        for sentence in &passed_over {
            say(sentence);
        }
        let by = global.actor.or_else(|| variable("MAZHA_AS").map(|by| by.to_string_lossy().into_owned()));
        let by = by.map(|by| by.trim().to_owned()).filter(|by| !by.is_empty());
        if let Some(given) = by.as_ref().map(|by| by.chars().count()).filter(|given| *given > NAME_LIMIT) {
            let refusal = Refusal::TooLong { field: "by", given, limit: NAME_LIMIT };
            return Err(Stop::new(Exit::Usage, text.refusal(&refusal)));
        }
        Ok(Self {
            text,
            out: Out::new(),
            read_only: global.read_only,
            by: by.clone().or_else(|| whoami::username().ok()).unwrap_or_default(),
            named: by,
            now: now.map(|now| now.with_timezone(&ZONE)),
            folder: global.council.or_else(|| variable("MAZHA_COUNCIL").map(PathBuf::from)),
            theme: chosen.settings.theme,
            ambiguous: chosen.settings.ambiguous,
            mouse: chosen.settings.mouse,
            greeting: passed_over.into_iter().next(),
        })
    }

    pub(super) fn now(&self) -> Instant {
        self.now.unwrap_or_else(clock::now)
    }

    /// Who asks: on the command line, undo takes back acts of the same person on this laptop.
    pub(super) fn asker(&self) -> Asker<'_> {
        Asker { now: self.now(), by: &self.by, mine: Mine::SamePerson }
    }

    /// Opens the council to write.
    pub(super) fn open(&self) -> Result<Council, Stop> {
        // An act without a name would answer to nobody.
        if self.by.is_empty() && !self.read_only {
            return Err(Stop::new(Exit::Usage, self.text.who_acts()));
        }
        let council = self.open_for(if self.read_only { Access::ReadOnly } else { Access::Write })?;
        self.mention(&council);
        Ok(council)
    }

    /// Opens the council to read, as it is or as it was at the end of a day.
    pub(super) fn look(&self, as_of: Option<NaiveDate>) -> Result<Look, Stop> {
        let mut council = self.open_for(Access::ReadOnly)?;
        self.mention(&council);
        let now = self.now();
        let past = as_of.filter(|day| *day < day_of(now));
        if let Some(day) = past {
            council.look_back(day, now);
        }
        Ok(Look { council, now: past.and_then(end_of).unwrap_or(now) })
    }

    /// Makes another folder's council the one that is meant.
    pub(super) fn go_to(&mut self, folder: PathBuf) {
        self.folder = Some(folder);
    }

    /// Shows the screens until the person leaves; the first one, where no council is to be found.
    pub(super) fn sit_down(&mut self) -> Result<Exit, Stop> {
        let session = self.session()?;
        match tui::run::run(session, self.find_folder()) {
            Ok(()) => Ok(Exit::Done),
            Err(Ended::Council(error)) => Err(Stop::new(Exit::Folder, self.text.cannot_open(&error))),
            Err(Ended::Terminal(error)) => Err(error.into()),
        }
    }

    /// Shows a meeting on the wall until somebody leaves.
    pub(super) fn put_on_the_wall(&mut self, council: Council, meeting: MeetingRef) -> Result<Exit, Stop> {
        let session = self.session()?;
        tui::run::present(&session, council, meeting)?;
        Ok(Exit::Done)
    }

    /// Who sits down, and with what.
    fn session(&mut self) -> Result<Session, Stop> {
        let home = etcetera::home_dir().ok();
        Ok(Session {
            state: self.state()?,
            access: if self.read_only { Access::ReadOnly } else { Access::Write },
            named: self.named.clone(),
            sits: None,
            login: self.by.clone(),
            text: self.text,
            theme: if variable("NO_COLOR").is_some() { Theme::Plain } else { self.theme },
            ambiguous: self.ambiguous,
            mouse: self.mouse,
            greeting: self.greeting.take(),
            clock: clock::now,
            ahead: self.now() - clock::now(),
            home,
            own: own_folder(),
        })
    }

    pub(super) fn open_for(&self, access: Access) -> Result<Council, Stop> {
        let folder = self.folder()?;
        Council::open(&folder, &self.state()?, access)
            .map_err(|error| Stop::new(Exit::Folder, self.text.cannot_open(&error)))
    }

    /// Says on standard error that something is wrong with the record or with a year file. A line that another
    /// laptop is still writing is nothing to speak of.
    fn mention(&self, council: &Council) {
        let is_worth_it = |remark: &&Remark| remark.is_problem() && !matches!(remark, Remark::Torn { .. });
        let problems = council.journal.remarks().iter().filter(is_worth_it).count();
        if problems > 0 {
            say(&self.text.record_has_problems(problems));
        }
        for path in &council.setting.bad_years {
            say(&self.text.bad_year(&path.to_string_lossy()));
        }
    }

    /// The folder where this installation remembers who it is.
    pub(super) fn state(&self) -> Result<StateDir, Stop> {
        StateDir::standard().map_err(|_| Stop::new(Exit::Folder, self.text.no_home()))
    }

    /// A refusal as the end of a command.
    pub(super) fn refused(&self, refusal: &Refusal) -> Stop {
        Stop::new(Exit::Refused, self.text.refusal(refusal))
    }

    /// The folder that was named, else the nearest one upwards that is a council's, else the one of this account.
    fn folder(&self) -> Result<PathBuf, Stop> {
        self.find_folder().ok_or_else(|| Stop::new(Exit::Folder, self.text.no_council()))
    }

    fn find_folder(&self) -> Option<PathBuf> {
        let near = || {
            let here = env::current_dir().ok()?;
            here.ancestors().find(|folder| is_council(folder)).map(Path::to_owned)
        };
        self.folder.clone().or_else(near).or_else(|| own_folder().filter(|folder| is_council(folder)))
    }
}

fn is_council(folder: &Path) -> bool {
    folder.join(COUNCIL_FILE).is_file()
}

/// The council that an account has when none is named: in its data directory.
fn own_folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.data_dir().join("mazha").join("council"))
}

fn variable(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// The last second of a day in the council's zone.
fn end_of(day: NaiveDate) -> Option<Instant> {
    day.and_hms_opt(23, 59, 59)?.and_local_timezone(ZONE).single()
}

/// The language of the command line: as it says, else the environment, else the settings, else what the screens were
/// switched to last, else the system, else Chinese.
/// It is looked for before the rest is understood, so that wrong usage can be told in it.
pub(super) fn language(arguments: &[OsString], settings: Settings) -> Text {
    let given = arguments.iter().enumerate().find_map(|(at, argument)| {
        let argument = argument.to_str()?;
        match argument.strip_prefix("--lang")? {
            "" => arguments.get(at + 1)?.to_str(),
            value => value.strip_prefix('='),
        }
    });
    let named = given.map(str::to_owned).or_else(|| Some(variable("MAZHA_LANG")?.to_string_lossy().into_owned()));
    let lang = named.as_deref().and_then(Lang::from_name);
    let remembered = || Lang::from_name(&StateDir::standard().ok()?.language()?);
    let lang = lang.or(settings.lang.lang()).or_else(remembered);
    let lang = lang.or_else(|| Lang::from_name(&sys_locale::get_locale()?));
    lang.map_or(ZH, |lang| Text { lang })
}
