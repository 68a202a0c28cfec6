//! A text in the user's own editor: the one that `VISUAL` or `EDITOR` names, else vi or nano.

use crate::error::{Error, Kind, Result};
use std::io::Write;
use std::os::fd::OwnedFd;
use std::process::{Command, ExitStatus, Stdio};
use tempfile::NamedTempFile;

/// Lets the person change the text, with the terminal given back to them. None: the editor was
/// left without writing, or ended with an error on purpose; the text is as it was.
///
/// # Errors
/// No editor starts, or what it left cannot be read.
pub fn edit(text: &str, tty: &OwnedFd) -> Result<Option<String>> {
    let failed = |error: std::io::Error| Error::system("cannot hand the text to an editor", &error);
    let mut file =
        tempfile::Builder::new().prefix("trellis-").suffix(".txt").tempfile().map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    // Editors complain of a last line without an end.
    if !text.is_empty() && !text.ends_with('\n') {
        file.write_all(b"\n").map_err(failed)?;
    }
    file.flush().map_err(failed)?;
    let ended = start(&named(|name| std::env::var(name).ok()), &file, tty)?;
    if !ended.success() {
        return Ok(None);
    }
    // Editors put another file in its place.
    match std::fs::read(file.path()).map(String::from_utf8) {
        Ok(Ok(text)) => Ok(Some(text)),
        Ok(Err(_)) => Err(left(file, "what the editor wrote is not text in UTF-8")),
        Err(error) => Err(left(file, &format!("cannot read what the editor wrote: {error}"))),
    }
}

/// The editors to try, in order.
fn named(variable: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(variable);
    match named.into_iter().find(|editor| !editor.trim().is_empty()) {
        Some(editor) => vec![editor],
        None => vec!["vi".to_owned(), "nano".to_owned()],
    }
}

/// Starts the first editor that there is and waits for its end.
fn start(editors: &[String], file: &NamedTempFile, tty: &OwnedFd) -> Result<ExitStatus> {
    let failed = |error: std::io::Error| {
        Error::system(format!("the editor {} did not start", editors.join(" or ")), &error)
            .hint("name another one in the variable EDITOR")
    };
    let mut last = std::io::Error::from(std::io::ErrorKind::NotFound);
    for editor in editors {
        let mut words = editor.split_whitespace();
        let Some(program) = words.next() else { continue };
        let mut command = Command::new(program);
        let stdin = tty.try_clone().map_err(failed)?;
        match command.args(words).arg(file.path()).stdin(Stdio::from(stdin)).status() {
            Ok(ended) => return Ok(ended),
            Err(error) => last = error,
        }
    }
    Err(failed(last))
}

/// What cannot be taken back is not thrown away.
fn left(file: NamedTempFile, says: &str) -> Error {
    let error = Error::new(Kind::System, says);
    match file.keep() {
        Ok((_, path)) => error.hint(format!("it lies in {}", path.display())),
        Err(_) => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_editor_is_the_one_that_the_environment_names() {
        let with = |visual: Option<&str>, editor: Option<&str>| {
            let (visual, editor) = (visual.map(ToOwned::to_owned), editor.map(ToOwned::to_owned));
            named(|name| if name == "VISUAL" { visual.clone() } else { editor.clone() })
        };
        assert_eq!(with(Some("code -w"), Some("vim")), ["code -w"]);
        assert_eq!(with(Some(" "), Some("vim")), ["vim"]);
        assert_eq!(with(None, None), ["vi", "nano"]);
    }

    fn edited(script: &str) -> Result<Option<String>> {
        let mut file = NamedTempFile::new().expect("a file");
        file.write_all(b"Budget\n").expect("written");
        let tty = OwnedFd::from(std::fs::File::open("/dev/null").expect("a file"));
        let directory = tempfile::tempdir().expect("a directory");
        let program = directory.path().join("editor.sh");
        std::fs::write(&program, script).expect("written");
        let ended = start(&[format!("sh {}", program.display())], &file, &tty)?;
        let text = std::fs::read_to_string(file.path()).expect("text");
        Ok(ended.success().then_some(text))
    }

    #[test]
    fn an_editor_changes_the_file_or_leaves_it() {
        let changed = edited("printf 'frozen\\n' >> \"$1\"").expect("it runs");
        assert_eq!(changed.as_deref(), Some("Budget\nfrozen\n"));
        assert_eq!(edited("exit 1").expect("it runs"), None);
    }

    #[test]
    fn an_editor_that_is_not_there_is_named() {
        let file = NamedTempFile::new().expect("a file");
        let tty = OwnedFd::from(std::fs::File::open("/dev/null").expect("a file"));
        let error = start(&["no-such-editor".to_owned()], &file, &tty).expect_err("no editor");
        assert!(error.message.contains("no-such-editor"), "{error}");
        assert!(error.hint.is_some());
    }
}
