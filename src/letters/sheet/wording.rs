//! What one can say at the end of an interview: every point in three wordings, one for each stance.
//!
//! A stance changes the tone and never the content: each point asks for the same in all three.

use crate::model::Stance;

/// What can be asked or said at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Point {
    /// Thanks for the time.
    Thanks,
    /// What speaks against the candidate.
    Doubts,
    /// Whether experience and ability came across.
    Clear,
    /// How the candidate compares.
    Compare,
    /// How many others are still in.
    Rivals,
    /// What it would take.
    Takes,
    /// The job itself, from whoever decides.
    Hire,
    /// Support, from everybody else.
    Support,
    /// After an evasion: their view counts, so will they speak for the candidate?
    Speak,
    /// After another: the decision is somebody else's, so may the candidate count on their voice?
    Voice,
    /// Whether they see the match too, and what comes next.
    Match,
    /// How many more talks, with whom, what else, when.
    Steps,
    /// Who comes next, and what there is to know about them.
    People,
    /// What the next talk turns on, and what to stress or strengthen.
    Focus,
    /// Their help with the next step.
    Help,
    /// Who decides.
    Decider,
    /// When the answer comes, either way.
    When,
    /// The date said back to them.
    PlayBack,
    /// How to check in.
    CheckIn,
    /// That the candidate wants the job.
    Job,
}

impl Point {
    /// All, in the order of the card.
    #[cfg(test)]
    pub(super) const ALL: [Self; 20] = [
        Self::Thanks,
        Self::Doubts,
        Self::Clear,
        Self::Compare,
        Self::Rivals,
        Self::Takes,
        Self::Hire,
        Self::Support,
        Self::Speak,
        Self::Voice,
        Self::Match,
        Self::Steps,
        Self::People,
        Self::Focus,
        Self::Help,
        Self::Decider,
        Self::When,
        Self::PlayBack,
        Self::CheckIn,
        Self::Job,
    ];

    /// The words: `{names}` stands for those who are there, `{others}` for the rivals, `{decider}`
    /// for whoever decides, `{owner}` for whose decision it is.
    pub(super) fn words(self, stance: Stance) -> &'static str {
        let [bold, middle, mild] = self.wordings();
        match stance {
            Stance::Assertive => bold,
            Stance::Balanced => middle,
            Stance::Reserved => mild,
        }
    }

    /// Bold, between, mild.
    #[rustfmt::skip]
    fn wordings(self) -> [&'static str; 3] {
        match self {
            Self::Thanks => [
                "Thank you{names}. I know what this time costs you.",
                "Thank you{names}, for the time you gave me.",
                "Thank you{names}. It was kind of you to make the time.",
            ],
            Self::Doubts => [
                "Where do you doubt that I can do this? I would like to answer it here.",
                "Which doubts do you still have about me in this job?",
                "If there is a doubt about me in this job, may I hear it while I am here?",
            ],
            Self::Clear => [
                "What I have done and what I can do: is any of it still unclear to you?",
                "Have I made it clear what I have done and what I can do?",
                "Did I manage to make clear what I have done and what I can do?",
            ],
            Self::Compare => [
                "How do I measure up against {others}? I can take it straight.",
                "How do I compare with {others} so far?",
                "May I ask how I compare with {others}, as far as you can say?",
            ],
            Self::Rivals => [
                "How many others are still in, and what do they bring?",
                "How many others are you still talking to, and what do they bring?",
                "May I ask how many others there are, and roughly what they bring?",
            ],
            Self::Takes => [
                "What will it take for you to settle on me?",
                "What would it take for you to decide for me?",
                "What would still help you to see me in this job?",
            ],
            Self::Hire => [
                "Then give me the job, ahead of {others}. Will you?",
                "Will you give me this job, ahead of {others}?",
                "Could you see yourself giving me this job, ahead of {others}?",
            ],
            Self::Support => [
                "Will you back me, ahead of {others}?",
                "Can I have your support, ahead of {others}?",
                "Would you feel able to support me, ahead of {others}?",
            ],
            Self::Speak => [
                "Your view plainly counts here. Will you speak for me to {decider}?",
                "Your view clearly counts here. Would you speak for me to {decider}?",
                "I am sure that your view counts here. Might you speak for me to {decider}?",
            ],
            Self::Voice => [
                "Fair: the decision lies with {owner}. When you are heard, is your voice for me?",
                "I see that the decision lies with {owner}. When you are heard, may I count on your voice?",
                "I quite see that the decision lies with {owner}. When you are heard, could your voice be for me?",
            ],
            Self::Match => [
                "I enjoyed this, and what I bring fits what you need. If you agree: what comes next?",
                "I enjoyed this, and it seems to fit. If you see it that way too: what comes next?",
                "I enjoyed this, and I have the feeling that it fits. If you do too, what would come next?",
            ],
            Self::Steps => [
                "How many more talks, with whom, what else is there, and when is each?",
                "How many more talks would there be, with whom, what else, and when?",
                "May I ask how many more talks there may be, with whom, what else, and when?",
            ],
            Self::People => [
                "Who is it next, and what should I know about them?",
                "Whom would I meet next, and what should I know about them?",
                "May I ask whom I would meet next, and what is good to know about them?",
            ],
            Self::Focus => [
                "What will that talk turn on, what do I stress, and what do I make stronger?",
                "What will it turn on, what should I stress, and what should I make stronger?",
                "What might it turn on, what could I stress, and what could I make stronger?",
            ],
            Self::Help => [
                "Help me with the next step: will you?",
                "Would you help me with the next step?",
                "Is there a way in which you might help me with the next step?",
            ],
            Self::Decider => ["Who decides?", "Who decides in the end?", "May I ask who decides in the end?"],
            Self::When => [
                "When do I hear, whichever way it goes?",
                "When shall I hear from you, whichever way it goes?",
                "When might I hear, whichever way it goes?",
            ],
            Self::PlayBack => [
                "So I hear by then, yes or no.",
                "So I shall hear by then, be it yes or no. Did I get that right?",
                "So it would be by then, be it yes or no, all being well?",
            ],
            Self::CheckIn => [
                "If I want to check in before that: how, and with whom?",
                "If I would like to check in, which way suits you, and with whom?",
                "Should I want to check in, which way would be least trouble, and with whom?",
            ],
            Self::Job => [
                "I want this job. Choose me, and I start on what you told me today.",
                "I want this job, and I hope that you choose me.",
                "I would very much like to have this job, and would be glad to be chosen.",
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STANCES: [Stance; 3] = [Stance::Assertive, Stance::Balanced, Stance::Reserved];

    #[test]
    fn a_stance_changes_the_words_of_every_point_and_never_whom_they_name() {
        for point in Point::ALL {
            let wordings = STANCES.map(|stance| point.words(stance));
            for (at, words) in wordings.iter().enumerate() {
                assert!(!wordings[..at].contains(words), "{point:?} says the same twice");
                assert!(words.ends_with(['.', '?']), "{words}");
                assert!(words.len() <= 110, "{words}");
                for name in ["{names}", "{others}", "{decider}", "{owner}"] {
                    assert_eq!(words.contains(name), wordings[0].contains(name), "{point:?}: {words}");
                }
            }
        }
    }
}
