//! The subcommands that make a council: `init` and `demo`.

use super::args;
use super::desk::Desk;
use super::out::{Exit, Stop};
use crate::council::{Council, Founding, Refused, Unfounded};
use crate::data::STANDARD;
use crate::journal::Error;
use crate::sample::{self, Spoilt};

pub(super) fn init(asked: &args::Init, desk: &mut Desk) -> Result<Exit, Stop> {
    let rules = asked.rules.clone().unwrap_or_else(|| STANDARD.to_owned());
    let founding = Founding { name: asked.name.clone(), rules, bodies: Vec::new() };
    let founded = Council::found(&asked.dir, &founding, &desk.state()?, &desk.asker());
    let council = founded.map_err(|why| {
        let exit = match why {
            Unfounded::NoSuchRules(_)
            | Unfounded::Journal(Error::AlreadyACouncil(_))
            | Unfounded::Refused(Refused::ByRules(_)) => Exit::Refused,
            Unfounded::Journal(_) | Unfounded::Refused(_) => Exit::Folder,
        };
        Stop::new(exit, desk.text.cannot_found(&why))
    })?;
    let path = council.journal.dir().to_string_lossy().into_owned();
    desk.out.line(&desk.text.founded(&asked.name, &path))?;
    Ok(Exit::Done)
}

pub(super) fn demo(asked: &args::Demo, desk: &mut Desk) -> Result<Exit, Stop> {
    let dir = match &asked.dir {
        Some(dir) => dir.clone(),
        None => tempfile::Builder::new().prefix("mazha-").tempdir()?.keep(),
    };
    sample::write(&dir, desk.now()).map_err(|why| match why {
        Spoilt::Journal(error @ Error::AlreadyACouncil(_)) => Stop::new(Exit::Refused, desk.text.cannot_open(&error)),
        Spoilt::Journal(error) => Stop::new(Exit::Folder, desk.text.cannot_open(&error)),
        Spoilt::Script { .. } => Stop::new(Exit::Folder, why.to_string()),
    })?;
    let path = dir.canonicalize().unwrap_or(dir);
    desk.out.line(&desk.text.sample_written(&path.to_string_lossy()))?;
    if asked.no_open || !desk.out.can_show_screens() {
        return Ok(Exit::Done);
    }
    desk.go_to(path);
    desk.sit_down()
}
