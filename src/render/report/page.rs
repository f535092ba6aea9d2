//! The whole page.

use super::blocks;
use super::{Reader, Report};
use crate::render::full_day;
use crate::render::markup::Markup;

/// The look, in both schemes and on paper.
const STYLE: &str = include_str!("report.css");

/// Nothing is loaded and nothing runs, whatever stands in the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page, one file with a final line end. The same report gives the same bytes.
pub fn html(report: &Report) -> String {
    let title =
        report.owner.as_ref().map_or_else(|| "A job search".to_owned(), |owner| format!("The search of {owner}"));
    let mut page = Markup::default();
    page.open("!doctype html", &[]);
    page.element("html", &[("lang", "en")], |page| {
        page.element("head", &[], |head| {
            head.open("meta", &[("charset", "utf-8")]);
            head.open("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
            head.open("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            head.open("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            head.open("meta", &[("name", "referrer"), ("content", "no-referrer")]);
            head.line("title", &[], &format!("{title}, {}", full_day(report.today)));
            head.style(STYLE);
        });
        page.element("body", &[], |body| put(body, report, &title));
    });
    page.into_text()
}

fn put(body: &mut Markup, report: &Report, title: &str) {
    let parts = blocks::parts(report);
    body.element("header", &[], |header| {
        header.element("p", &[("class", "day")], |line| {
            line.line("time", &[("datetime", &report.today.to_string())], &full_day(report.today));
        });
        header.line("h1", &[], title);
        if report.reader == Reader::Anybody {
            let words = "Companies and people go by letters and numbers; what the notes say in words is left out.";
            header.line("p", &[("class", "lead")], words);
        }
        if parts.len() > 1 {
            header.element("nav", &[("aria-label", "On this page")], |nav| {
                for part in &parts {
                    nav.line("a", &[("href", &format!("#{}", part.id))], part.heading);
                }
            });
        }
    });
    body.element("main", &[], |main| {
        blocks::figures(main, report);
        for part in &parts {
            let heading = format!("{}-heading", part.id);
            main.element("section", &[("id", part.id), ("aria-labelledby", &heading)], |section| {
                section.line("h2", &[("id", &heading)], part.heading);
                (part.put)(section, report);
            });
        }
        if report.stories.is_empty() {
            main.line("p", &[("class", "lead")], "There is no application in these notes yet.");
        }
    });
    let made = format!("Made from plain notes as they stood on {}.", full_day(report.today));
    body.element("footer", &[], |footer| footer.line("p", &[], &made));
}
