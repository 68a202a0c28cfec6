//! Minutes on the screen: their Markdown as lines of a page.

use crate::domain::page::{Line, Shape, Span};
use crate::domain::review::minutes::mail;

/// Headings stand out, points have a sign, an empty line is a breath.
#[must_use]
pub fn lines(markdown: &str) -> Vec<Line> {
    let set = |line: &str| {
        let said = mail(line);
        let said = said.trim();
        let point = said.strip_prefix("- ").filter(|_| !line.starts_with('#'));
        match (line.starts_with('#'), point) {
            (true, _) => Line::title(said),
            (false, Some(point)) => prose(format!("· {point}")),
            (false, None) if said.is_empty() => Line::gap(),
            (false, None) => prose(said.to_owned()),
        }
    };
    markdown.lines().map(set).collect()
}

const fn prose(text: String) -> Line {
    Line::new(Shape::Prose(Span { text, tone: crate::domain::page::Tone::Text }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_has_no_signs_of_markdown() {
        let read =
            lines("# Review of 22 Nov\n\n## Decided\n- **Contoso**: call \\[ops\\]\n1. Go\n");
        let told: Vec<String> = read
            .iter()
            .map(|line| match &line.shape {
                Shape::Title(spans) => spans.iter().map(|span| span.text.clone()).collect(),
                Shape::Prose(span) => span.text.clone(),
                other => format!("{other:?}"),
            })
            .collect();
        assert_eq!(told, ["Review of 22 Nov", "Gap", "Decided", "· Contoso: call [ops]", "1. Go"]);
    }
}
