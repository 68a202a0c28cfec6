//! From the bytes of a file to text, whatever program wrote them.

use super::refusal::Reason;
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

const AS_CSV: &str = "open it in the program it comes from and save it as CSV (UTF-8)";

/// First bytes of files that are no text, and what those files are.
const NO_TEXT: &[(&[u8], &str)] = &[
    (b"PK\x03\x04", "a spreadsheet or a zip archive"),
    (b"\xD0\xCF\x11\xE0", "an old Office file"),
    (b"%PDF", "a PDF"),
    (b"SQLite format 3\0", "a database"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
];

/// Reads UTF-8 and UTF-16 with or without byte-order mark where that can be told, else
/// Windows-1252, the code page of Western CRM exports.
///
/// # Errors
/// The bytes are no text, or in UTF-32.
pub fn text(bytes: &[u8]) -> Result<String, Reason> {
    if bytes.is_empty() {
        return Err(Reason::new("the file is empty (0 bytes)").hint("export it again"));
    }
    if let Some((_, what)) = NO_TEXT.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Reason::new(format!("this is {what}, not a CSV file")).hint(AS_CSV));
    }
    // The mark of UTF-32 (little end first) begins with that of UTF-16.
    if bytes.starts_with(b"\xFF\xFE\0\0") || bytes.starts_with(b"\0\0\xFE\xFF") {
        return Err(Reason::new("the file is in UTF-32").hint("save it as UTF-8"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Ok(UTF_16LE.decode_without_bom_handling(rest).0.into_owned());
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Ok(UTF_16BE.decode_without_bom_handling(rest).0.into_owned());
    }
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if rest.split(|byte| *byte == 0).count() * 50 > rest.len() + 50 {
        return Err(Reason::new("the file is no text: it is full of zero bytes").hint(AS_CSV));
    }
    Ok(match std::str::from_utf8(rest) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode_without_bom_handling(rest).0.into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_the_same_words_gives_the_same_text() {
        let words = "Name\nPébéo";
        let utf16: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16_be: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            words.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", words.as_bytes()].concat(),
            [b"\xFF\xFE".to_vec(), utf16].concat(),
            [b"\xFE\xFF".to_vec(), utf16_be].concat(),
            b"Name\nP\xE9b\xE9o".to_vec(),
        ] {
            assert_eq!(text(&bytes).as_deref(), Ok(words), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused_with_a_hint() {
        let utf32: Vec<u8> = [0xFEFF_u32, 65].iter().flat_map(|c| c.to_le_bytes()).collect();
        for bytes in [&b""[..], b"PK\x03\x04rest", b"N\0a\0m\0e\0", &utf32] {
            let reason = text(bytes).expect_err("no text");
            assert!(reason.hint.is_some(), "{bytes:?}");
        }
    }
}
