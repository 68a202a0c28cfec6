//! From text to rows: delimiters, quotes, blank lines, and the line that each row begins on.

use csv::{ReaderBuilder, StringRecord};

/// One record of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1.
    pub line: u64,
    pub cells: StringRecord,
    /// A quote was opened and the file ended: what follows was swallowed by one cell.
    pub unclosed: bool,
}

impl Line {
    fn blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

const DELIMITERS: [u8; 4] = *b",;\t|";
/// Records looked at to tell the delimiter.
const SAMPLE: usize = 20;

/// All records but blank ones.
#[must_use]
pub fn lines(text: &str, delimiter: u8) -> Vec<Line> {
    read(text, delimiter, usize::MAX)
}

/// The delimiters, the likeliest first: the one that cuts the most of the first records into the
/// same number of cells. The header decides in the end.
#[must_use]
pub fn delimiters(text: &str) -> [u8; 4] {
    let cuts = |delimiter: u8| {
        let mut widths: Vec<usize> =
            read(text, delimiter, SAMPLE).iter().map(|line| line.cells.len()).collect();
        widths.sort_unstable();
        widths
            .chunk_by(|one, two| one == two)
            .map(|same| same.len() * same.first().map_or(0, |width| width - 1))
            .max()
    };
    let mut ranked = DELIMITERS;
    ranked.sort_by_cached_key(|delimiter| std::cmp::Reverse(cuts(*delimiter)));
    ranked
}

fn read(text: &str, delimiter: u8, at_most: usize) -> Vec<Line> {
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let bytes = text.as_bytes();
    let mut ends = LineEnds { bytes, at: 0, line: 1 };
    let mut lines: Vec<Line> = Vec::new();
    let mut record = StringRecord::new();
    let mut last_start = 0;
    while lines.len() < at_most {
        let Ok(true) = reader.read_record(&mut record) else { break };
        let at = record.position().map_or(0, csv::Position::byte);
        let start = skip_line_ends(bytes, usize::try_from(at).unwrap_or(0));
        let line = Line { line: ends.line_of(start), cells: record.clone(), unclosed: false };
        if !line.blank() {
            last_start = start;
            lines.push(line);
        }
    }
    if let Some(last) = lines.last_mut() {
        let quotes = bytes.iter().skip(last_start).filter(|byte| **byte == b'"').count();
        last.unclosed =
            quotes % 2 == 1 && last.cells.iter().any(|cell| cell.contains(['\n', '\r']));
    }
    lines
}

fn skip_line_ends(bytes: &[u8], at: usize) -> usize {
    at + bytes.iter().skip(at).take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

/// Counts lines up to a byte; `\n`, `\r\n` and a lone `\r` each end one.
struct LineEnds<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl LineEnds<'_> {
    fn line_of(&mut self, byte: usize) -> u64 {
        while self.at < byte {
            let end = match self.bytes.get(self.at) {
                Some(b'\n') => true,
                Some(b'\r') => self.bytes.get(self.at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(end);
            self.at += 1;
        }
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Vec<(u64, Vec<String>)> {
        lines(text, b',')
            .into_iter()
            .map(|line| (line.line, line.cells.iter().map(str::to_owned).collect()))
            .collect()
    }

    #[test]
    fn lines_are_counted_over_quoted_and_blank_ones() {
        let text = "a,b\n\n\"one\ntwo\",2\nx,y";
        let expected = [(1, ["a", "b"]), (3, ["one\ntwo", "2"]), (5, ["x", "y"])];
        let expected: Vec<_> =
            expected.iter().map(|(n, cells)| (*n, cells.map(str::to_owned).to_vec())).collect();
        assert_eq!(shape(text), expected);
        assert_eq!(shape(&text.replace('\n', "\r\n"))[2].0, 5);
        assert_eq!(shape(&text.replace('\n', "\r"))[2].0, 5);
    }

    #[test]
    fn the_delimiter_is_found() {
        for (text, delimiter) in [
            ("a,b\n1,2", b','),
            ("a;b\n1,5;2", b';'),
            ("a\tb\n1\t2", b'\t'),
            ("a|b\n\"x,y\"|2", b'|'),
            ("one column\n\"x\"", b','),
        ] {
            assert_eq!(delimiters(text)[0], delimiter, "{text}");
        }
    }

    #[test]
    fn a_quote_that_never_closes_is_told() {
        assert!(lines("a,b\n1,\"two\n3,4\n", b',').last().is_some_and(|line| line.unclosed));
        assert!(!lines("a,b\n1,\"two\n3\"\n", b',').last().is_some_and(|line| line.unclosed));
        assert!(!lines("a,b\n1,5\" disk\n", b',').last().is_some_and(|line| line.unclosed));
    }
}
