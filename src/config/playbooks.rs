//! The playbooks: those that come with the program, and the person's own in the directory
//! `playbooks` beside the config file. One of the same name takes the place of ours; others are
//! added.

mod file;
mod shipped;

use super::Fault;
use crate::domain::playbook::{Playbook, same};
use crate::error::{Error, Kind};
use crate::paths;
use std::cell::OnceCell;
use std::path::Path;

/// The largest file of a person's own that is read, bytes.
const LARGEST: u64 = 256 * 1024;

/// The shelf that playbooks are taken from. Ours are read when somebody first asks for one: the
/// first frame does not wait for them.
#[derive(Debug, Default)]
pub struct Shelf {
    own: Vec<Playbook>,
    pub faults: Vec<Fault>,
    all: OnceCell<Vec<Playbook>>,
}

impl Shelf {
    /// The person's own are read at once, so that what is wrong in them can be told.
    #[must_use]
    pub fn of_user() -> Self {
        // Who has no home directory has no playbooks in it.
        paths::playbook_directory().map_or_else(|_| Self::default(), |path| Self::of(&path))
    }

    /// With the own playbooks of this directory.
    #[must_use]
    pub fn of(directory: &Path) -> Self {
        let mut shelf = Self::default();
        let mut files = match files(directory) {
            Ok(files) => files,
            Err(error) => {
                let told = format!("the directory cannot be read: {error}");
                shelf.faults.push(Fault::new(0, told).in_file("playbooks"));
                return shelf;
            }
        };
        files.sort();
        for file in files {
            shelf.take(directory, &file);
        }
        shelf
    }

    fn take(&mut self, directory: &Path, file: &str) {
        let shown = format!("playbooks/{file}");
        let text = match text_of(&directory.join(file)) {
            Ok(text) => text,
            Err(what) => {
                self.faults.push(Fault::new(0, what).in_file(&shown));
                return;
            }
        };
        let stem = file.trim_end_matches(".toml").replace(['-', '_'], " ");
        let (playbook, faults) = file::read(&text, &stem);
        self.faults.extend(faults.into_iter().map(|fault| fault.in_file(&shown)));
        let Some(playbook) = playbook else { return };
        if let Some(before) = self.own.iter().find(|one| same(&one.name, &playbook.name)) {
            let other = before.own.as_deref().unwrap_or_default();
            let told = format!("{} calls its playbook “{}” as well", other, playbook.name);
            self.faults.push(Fault::new(0, told).in_file(&shown));
            return;
        }
        self.own.push(Playbook { own: Some(shown), ..playbook });
    }

    /// All of them: ours in their order, the person's own in the place of ours, then the rest of
    /// their own.
    pub fn all(&self) -> &[Playbook] {
        self.all.get_or_init(|| {
            let mut own = self.own.clone();
            let mut all = shipped::read();
            for ours in &mut all {
                if let Some(place) = own.iter().position(|one| same(&one.name, &ours.name)) {
                    let theirs = own.remove(place);
                    // Signals and plans know it by our spelling.
                    *ours = Playbook { name: ours.name.clone(), ..theirs };
                }
            }
            all.extend(own);
            all
        })
    }
}

/// The name of the file that a playbook was read from, and its text.
///
/// # Errors
/// It is a file of the person's own, and cannot be read any more.
pub fn source(playbook: &Playbook) -> Result<(String, String), Error> {
    let Some(shown) = &playbook.own else {
        let ours = shipped::read_one(&playbook.name);
        return ours.ok_or_else(|| Error::new(Kind::NotFound, "it came with no file"));
    };
    let name = shown.trim_start_matches("playbooks/").to_owned();
    let path = paths::playbook_directory()?.join(&name);
    let text = text_of(&path)
        .map_err(|what| Error::new(Kind::System, format!("{}: {what}", path.display())))?;
    Ok((name, text))
}

/// The names of the playbook files of a directory; none where there is no such directory.
fn files(directory: &Path) -> std::io::Result<Vec<String>> {
    let entries = match std::fs::read_dir(directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut files = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        // What an editor keeps beside a file begins with a point or a sign.
        let toml = Path::new(&name).extension().is_some_and(|kind| kind == "toml");
        if toml && name.starts_with(char::is_alphanumeric) {
            files.push(name);
        }
    }
    Ok(files)
}

fn text_of(path: &Path) -> Result<String, String> {
    let unread = |error: std::io::Error| format!("it cannot be read: {error}");
    let about = std::fs::metadata(path).map_err(unread)?;
    if !about.is_file() {
        return Err("it is no file".to_owned());
    }
    if about.len() > LARGEST {
        return Err(format!("it is larger than {} kB", LARGEST / 1024));
    }
    let bytes = std::fs::read(path).map_err(unread)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests;
