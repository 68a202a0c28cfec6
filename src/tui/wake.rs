//! A pipe that wakes the screen's thread from its wait: other threads and signals write to it.

use crate::error::{Error, Result};
use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};
use std::io::{PipeReader, PipeWriter, pipe};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::Arc;

/// The end that others hold. A full pipe wakes as well as a new byte: nothing here ever blocks.
#[derive(Clone, Debug)]
pub struct Wake(Arc<PipeWriter>);

/// The end that the waiting thread polls.
#[derive(Debug)]
pub struct Waking(PipeReader);

/// A new pair.
pub fn wake() -> Result<(Wake, Waking)> {
    let failed = |error: std::io::Error| Error::system("cannot make a pipe", &error);
    let (reader, writer) = pipe().map_err(failed)?;
    let unblock = |fd: BorrowedFd<'_>| -> Result<(), rustix::io::Errno> {
        fcntl_setfl(fd, fcntl_getfl(fd)? | OFlags::NONBLOCK)
    };
    unblock(reader.as_fd()).map_err(|errno| failed(errno.into()))?;
    unblock(writer.as_fd()).map_err(|errno| failed(errno.into()))?;
    Ok((Wake(Arc::new(writer)), Waking(reader)))
}

impl Wake {
    pub fn wake(&self) {
        // Full or closed: the reader is awake already, or gone.
        let _ = rustix::io::write(&*self.0, b"w");
    }

    /// An own end for a signal handler.
    pub fn end(&self) -> Result<PipeWriter> {
        self.0.try_clone().map_err(|error| Error::system("cannot copy a pipe", &error))
    }
}

impl Waking {
    /// Takes what woke it.
    pub fn clear(&self) {
        let mut bytes = [0; 64];
        while rustix::io::read(&self.0, &mut bytes).is_ok_and(|read| read == bytes.len()) {}
    }
}

impl AsFd for Waking {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};

    fn ready(waking: &Waking) -> bool {
        let mut fds = [PollFd::new(waking, PollFlags::IN)];
        poll(&mut fds, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })).expect("a poll") == 1
    }

    #[test]
    fn wakes_until_cleared_and_never_blocks() {
        let (wake, waking) = wake().expect("a pipe");
        assert!(!ready(&waking));
        for _ in 0..100_000 {
            wake.wake();
        }
        assert!(ready(&waking));
        waking.clear();
        assert!(!ready(&waking));
    }
}
