//! What the rules stand on: the advice of five articles, one id for each point, in our own words.
//!
//! The list is long because it is whole: a rule may cite an id only where it stands here.

/// One point of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// `s0-close-standing`: the article, and the point.
    pub id: &'static str,
    /// What it says, in one line.
    pub meaning: &'static str,
}

impl Source {
    /// Every point, in the order of the articles.
    pub fn all() -> impl Iterator<Item = Self> {
        POINTS.iter().map(|&(id, meaning)| Self { id, meaning })
    }

    /// The point of that id.
    pub fn of(id: &str) -> Option<Self> {
        Self::all().find(|source| source.id == id)
    }

    /// The article it is from: title and author, where one is named.
    pub fn article(self) -> &'static str {
        ARTICLES.iter().find(|(prefix, _)| self.id.starts_with(prefix)).map_or("", |(_, title)| title)
    }
}

const ARTICLES: &[(&str, &str)] = &[
    ("s0-", "Success Plans for Follow-Up Interviews, by Tony Beshara"),
    ("s1-", "9 Ways to Fail Your Follow-Up Interview, by Tony Beshara"),
    ("s2-", "Follow Up Interview Tips"),
    ("s3-", "How to Best Follow-Up After an Interview!"),
    ("s4-", "Ten tips for interview follow-up, by Margaret Smith"),
];

const POINTS: &[(&str, &str)] = &[
    ("s0-stance", "Many hold back for fear of overstepping; visible drive is what employers hope for"),
    ("s0-know-and-advocate", "In later rounds learn about the person and keep asking for their backing"),
    ("s0-field-narrowed", "About nine in ten were cut already; those left are strong"),
    ("s0-step-up", "Reaching a later round is a reason to increase effort"),
    ("s0-same-core", "Give everyone basically the presentation that worked in round one"),
    ("s0-tailor-to-person", "Allow for the next person's likes, dislikes and concerns, as the last one told them"),
    ("s0-any-number", "One more round or nine, the same gathering applies"),
    ("s0-ask-each-before-next", "Question every interviewer about those who come next, before moving up"),
    ("s0-topics", "Topics: career, private life, family, hobbies, likes, dislikes"),
    ("s0-only-if-shared", "Only what the interviewer is willing to tell"),
    ("s0-common-ground", "A tiny shared detail can set the candidate apart"),
    ("s0-equal-treatment", "Treat every later interviewer just as the first"),
    ("s0-close-thanks", "Wind-down opens with thanks and appreciation"),
    ("s0-close-standing", "Ask how the candidate compares with the others seen"),
    ("s0-close-concerns", "Ask about doubts as to ability"),
    ("s0-close-clear", "Ask whether experience and ability came across"),
    ("s0-close-need", "Ask what it would take to get the job"),
    ("s0-close-order", "That last question comes at the end; the reply to it starts the support exchange"),
    ("s0-every-vote", "Every person met can influence or veto"),
    ("s0-not-important-trap", "Someone calling themselves a courtesy interviewer with no weight is not to be believed"),
    ("s0-deflect-1", "If they defer to the manager: say that their view counts, and ask for their backing there"),
    ("s0-deflect-2", "If they sidestep again: be understanding, and say that they will be asked all the same"),
    ("s0-no-excuses", "Candidates skip the question claiming poor timing; the author calls that lack of nerve"),
    ("s0-ask-hire", "The blunt question behind all of it is whether they will hire you"),
    ("s0-seniority", "The higher the rank, the better respectful bluntness goes down"),
    ("s0-asking-counts", "Even without a yes, asking makes one memorable"),
    ("s0-thanks-later-rounds", "Later interviewers get thank-you e-mails just like the first"),
    ("s0-reasons", "Restate why a strong candidate, with a few reasons to hire"),
    ("s0-no-vague", "Empty self-praise, talk of mutual gain, vows to do well and bare pleas for a vote are useless"),
    ("s0-no-lock", "Believing it is decided makes people relax, change the pitch, stop selling"),
    ("s0-no-drift", "Keep what works unchanged"),
    ("s0-drift-exception", "Only change because of what this interviewer says about the next one"),
    ("s0-suggestions", "Advice from an interviewer on one's presentation must be taken in"),
    ("s0-promoted-means-viable", "Passing someone on says at least that they are viable"),
    ("s0-sponsor-input", "Good questions win both backing and tips for climbing"),
    ("s0-after-each", "After each later round use e-mail, letter and, where fitting, phone"),
    ("s0-no-call-advisor", "Do not phone a person who only gives a second opinion"),
    ("s0-bonded-exception", "An advisor may be phoned after all where there was a real bond"),
    ("s0-call-decider", "Do phone the real hiring authority and ask about the decision"),
    ("s0-pushy-limit", "Assertive is fine, obnoxious is not"),
    ("s0-gut", "Use own judgement"),
    ("s0-no-fear", "Do not stay silent merely for fear of losing out"),
    ("s0-bold-move", "Anecdote: one candidate sent decorated cakes, one per floor; memorable, outcome unknown"),
    ("s0-look-back", "Readers asked which boldest step they took and whether confidence worked"),
    ("s1-later-is-risky", "Most mistakes are made after the first round; most cuts happen there"),
    ("s1-as-if-only", "Treat every interview as the sole one"),
    ("s1-four-marks", "Stand out by preparation, research, questions, best effort"),
    ("s1-not-an-offer", "Being asked back is not being hired"),
    ("s1-harder-unpatterned", "Later rounds are tougher and less predictable"),
    ("s1-overconfident", "Invitation is one more step, to be managed differently"),
    ("s1-refine", "Same base, but refined for each follow-up"),
    ("s1-ask-main-focus", "Ask first interviewer what the next round centres on"),
    ("s1-ask-what-more", "Ask what they want beyond what has been said"),
    ("s1-ask-strong-weak", "Ask which strengths to stress and which weak spots to shore up"),
    ("s1-rivals", "Know how many others go on and their backgrounds"),
    ("s1-rank", "Know how one compares"),
    ("s1-sponsor", "Get the first interviewer to help move you up"),
    ("s1-how-many-left", "Find out number of remaining interviews"),
    ("s1-with-whom", "Find out names"),
    ("s1-research-deeper", "More depth than before on company, position, people, anything pertinent"),
    ("s1-research-aimed", "Use what was learnt to steer the research"),
    ("s1-extra-mile", "Do something extra that sets one apart"),
    ("s1-demonstrate", "Be ready to show ability to do the work"),
    ("s1-306090", "Prepare a plan for the first 30, 60, 90 days"),
    ("s1-plan-handout", "Hand it out in follow-up rounds"),
    ("s1-no-coasting", "Perform better and work harder than at first, like play-offs"),
    ("s1-effort-up", "Perform better and work harder than at first, like play-offs"),
    ("s1-a-game", "Perform better and work harder than at first, like play-offs"),
    ("s1-endorse-each", "In follow-ups ask every interviewer or decider for endorsement"),
    ("s1-over-others", "Ask specifically to be backed ahead of the other candidates"),
    ("s1-need-question", "\"What it takes\" is mandatory in later rounds"),
    ("s1-buy-in", "All their votes are wanted"),
    ("s1-lost-track", "Job hunting is exhausting; hard to recall where one applied"),
    ("s1-stretched-thin", "How to keep full effort and calm when overloaded"),
    ("s1-persuasive-answers", "Finalists all look good on paper; gut judgement is formed from answers"),
    ("s2-know-aim", "Understand what the employer seeks and ready answers"),
    ("s2-personality", "By round two skills are usually accepted; personality is judged"),
    ("s2-four-fits", "Fit against: company, clients/customers, current staff, the job's needs"),
    ("s2-hr-first", "After a first round by HR on the basics, the second is mostly by the team, and technical"),
    ("s2-focus-override", "Inferred: what they said the round is about beats what could be guessed"),
    ("s2-few-left", "Often only one or two rivals remain"),
    ("s2-maybe-only-you", "Possibly the sole one, they just want certainty"),
    ("s2-ask-who", "When it is being set up, asking who will interview is fine"),
    ("s2-same-or-others", "Same people possible, new ones likelier"),
    ("s2-more-senior", "May be someone higher"),
    ("s2-panel", "Often a panel after a one-person screen"),
    ("s2-panel-colleagues", "Panel members are those who'd work closely with you"),
    ("s2-three-styles", "Employers may repeat, dig deeper, or ask all-new"),
    ("s2-no-handover", "Never assume notes were passed on when the interviewer changes"),
    ("s2-repeat-facts", "Do not drop important facts because already said"),
    ("s2-no-handover-exception", "Only where the person differs"),
    ("s2-consistency", "Repeats may test honesty"),
    ("s2-past-answers", "Inferred: re-read what was said"),
    ("s3-leave-knowing", "Walking out not knowing when you'll hear is a serious mistake"),
    ("s3-say-match", "Near the end: enjoyed it, credentials seem to match"),
    ("s3-if-they-agree", "Next-step question is put conditional on them seeing the match too"),
    ("s3-next-step", "Ask the next step"),
    ("s3-listen-flesh-out", "Listen, then ask for details"),
    ("s3-how-many-more", "Number of further interviews with others"),
    ("s3-what-else", "Other steps such as reference checks"),
    ("s3-when-steps", "When each may happen"),
    ("s3-gentle", "Do it without over-assertiveness"),
    ("s3-play-back", "End by stating back the expected date, yes or no either way"),
    ("s3-all-equal", "The promise holds only other things equal"),
    ("s3-fuzzy-date", "People answer with a stretch of days rather than a date"),
    ("s3-post", "Letter by post because post gets opened and read"),
    ("s3-not-email", "E-mail is not the substitute"),
    ("s3-one-page-only", "Strictly one page"),
    ("s3-same-or-next-day", "Mail same day, next at the latest"),
    ("s3-arrive-in-time", "So it lands while candidates are being compared"),
    ("s3-thanks-time", "Thank for their time"),
    ("s3-want-next", "Say strongly interested in the next step"),
    ("s3-one-key-factor", "Show one key factor of the job by a recent, concrete experience at a named employer"),
    ("s3-mirror", "If at all possible echo the posting's words"),
    ("s3-brag-book", "Collection of praise written by others"),
    ("s3-brag-in-letter", "If one exists, use a short one"),
    ("s3-brag-attribution", "Say roughly when and by whom, quote in part"),
    ("s3-third-party", "It must come from someone else"),
    ("s3-late-reply-calm", "If the date passes: stay calm, things happen"),
    ("s3-status-who-how", "E-mail or phone your contact"),
    (
        "s3-status-content",
        "Grant that they are busy; name the interview and the agreed date; ask for news; say you are keen",
    ),
    ("s3-close-double-gain", "Closing gives the date and one more sale"),
    ("s4-ask-for-job", "At the end ask for the job: wish to contribute, hope to be chosen"),
    ("s4-what-next", "Learn next stage: another interview? when the call?"),
    ("s4-no-silence", "Silence over days must not look like indifference"),
    ("s4-checkin-wish", "Before leaving learn how the employer likes to be checked in with"),
    ("s4-promises", "Promised items (e.g. referee list) sent in good time"),
    ("s4-sit-tight", "Asked to phone in a week: obey; any earlier call or mail is pushy and rude"),
    ("s4-respect-channel", "Requested channel too"),
    ("s4-handwritten", "Handwritten thanks keeps one in mind"),
    ("s4-lobby-card", "Some bring a card, write it in the lobby, leave it at reception"),
    ("s4-each-own-letter", "Every interviewer gets a personal letter"),
    ("s4-person-refs", "Specific reference to each person met"),
    ("s4-link-challenge", "Tie own achievements to challenges the company stated"),
    ("s4-company-need", "Consider a proposal for one weakness or growth area"),
    ("s4-not-just-conform", "They want people who fit in and also solve pressing problems"),
    ("s4-keep-learning", "Go on researching company and field after the round"),
    ("s4-bring-to-talk", "Gives substance to later contacts"),
    ("s4-outside-contacts", "Anyone who may sway the choice or knows the interviewer: ask for a good word"),
    ("s4-network-always", "Networking goes on"),
    ("s4-no-burnt-bridges", "Rejection met positively"),
    ("s4-reject-thanks", "Consider thanking for the chance and the follow-through"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_point_stands_once_and_has_an_article() {
        let ids: BTreeSet<&str> = Source::all().map(|source| source.id).collect();
        assert_eq!(ids.len(), POINTS.len());
        for source in Source::all() {
            assert!(!source.article().is_empty(), "{}", source.id);
            assert!(!source.meaning.is_empty() && !source.meaning.ends_with('.'), "{}", source.id);
        }
    }

    #[test]
    fn a_point_is_found_by_its_id() {
        let found = Source::of("s3-leave-knowing").map(Source::article);
        assert_eq!(found, Some("How to Best Follow-Up After an Interview!"));
        assert_eq!(Source::of("s3-leave"), None);
    }
}
