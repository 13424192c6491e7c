"""Words that attribute: what kind of statement they make, and whether they assert it.

Each entry has an example sentence, which the tests read by the rules: its content must be found.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.records import CueKind, Polarity


class Cue(NamedTuple):
    """What a cue verb says about its content."""

    kind: CueKind
    polarity: Polarity
    example: str


def _cue(kind: CueKind, polarity: Polarity, example: str) -> Cue:
    return Cue(kind, polarity, example)


VERBS: dict[str, Cue] = {
    "say": _cue("says", "asserts", "The mayor said that the bridge would close."),
    "tell": _cue("says", "asserts", "Ilda Moreau told reporters that the talks had failed."),
    "add": _cue("says", "asserts", "The minister added that prices would fall."),
    "announce": _cue("says", "asserts", "The port announced that it would close on Friday."),
    "state": _cue("says", "asserts", "The ministry stated that no one was hurt."),
    "declare": _cue("says", "asserts", "The council declared that the vote was void."),
    "explain": _cue("says", "asserts", "Tamsin Oduya explained that the pumps had failed."),
    "note": _cue("says", "asserts", "The auditor noted that the books were late."),
    "insist": _cue("says", "asserts", "Her lawyer insisted that she was in Velmar."),
    "argue": _cue("says", "asserts", "Critics argue that the law goes too far."),
    "claim": _cue("says", "asserts", "The rebels claimed that they held the pass."),
    "warn": _cue("says", "asserts", "Engineers warned that the dam could burst."),
    "acknowledge": _cue("says", "asserts", "The firm acknowledged that the data had leaked."),
    "admit": _cue("says", "asserts", "The clerk admitted that he had lost the file."),
    "concede": _cue("says", "asserts", "Rivals conceded that the race was over."),
    "confirm": _cue("says", "asserts", "A spokeswoman confirmed that the pair had met."),
    "assert": _cue("says", "asserts", "The envoy asserted that the border was open."),
    "maintain": _cue("says", "asserts", "The guards maintain that the gate was locked."),
    "contend": _cue("says", "asserts", "The union contends that the rules were broken."),
    "allege": _cue("says", "asserts", "Prosecutors allege that he took the money."),
    "suggest": _cue("says", "hedges", "The envoy suggested that a deal was near."),
    "predict": _cue("says", "hedges", "Analysts predict that the coin will weaken."),
    "promise": _cue("says", "asserts", "The premier promised that wages would rise."),
    "vow": _cue("says", "asserts", "The captain vowed that the team would return."),
    "reply": _cue("says", "asserts", "“Not yet,” replied the coach."),
    "respond": _cue("says", "asserts", "The bank responded that the loans were sound."),
    "answer": _cue("says", "asserts", "“Nobody told us,” answered Perrin Vale."),
    "continue": _cue("says", "asserts", "“We will rebuild,” the governor continued."),
    "recall": _cue("says", "asserts", "Neighbours recalled that the lights went out at noon."),
    "report": _cue("says", "asserts", "The agency reported that the plant had stopped."),
    "joke": _cue("says", "asserts", "“I was not invited,” joked the ambassador."),
    "quip": _cue("says", "asserts", "“Bring a coat,” quipped Mr Haldane."),
    "remark": _cue("says", "asserts", "The judge remarked that the case was old."),
    "observe": _cue("says", "asserts", "The poet observed that rivers forget."),
    "stress": _cue("says", "asserts", "The minister stressed that schools would stay open."),
    "emphasize": _cue("says", "asserts", "She emphasized that the tests were free."),
    "reiterate": _cue("says", "asserts", "The envoy reiterated that talks go on."),
    "repeat": _cue("says", "asserts", "“No comment,” repeated the minister."),
    "conclude": _cue("says", "asserts", "The panel concluded that the pilot was tired."),
    "complain": _cue("says", "asserts", "Residents complained that the trains were late."),
    "testify": _cue("says", "asserts", "The driver testified that the brakes had failed."),
    "reveal": _cue("says", "asserts", "The singer revealed that she had left the band."),
    "disclose": _cue("says", "asserts", "The firm disclosed that it had been fined."),
    "boast": _cue("says", "asserts", "The coach boasted that his team was unbeaten."),
    "propose": _cue("says", "asserts", "The council proposed that the fee be halved."),
    "urge": _cue("says", "asserts", "The mayor urged residents to stay at home."),
    "write": _cue("writes", "asserts", "Oren Tallis wrote that the treaty was dead."),
    "tweet": _cue("writes", "asserts", "The senator tweeted that she would resign."),
    "post": _cue("writes", "asserts", "“We are safe,” the climber posted."),
    "ask": _cue("asks", "questions", "The judge asked whether the letter was real."),
    "wonder": _cue("asks", "questions", "Voters wonder whether the count is fair."),
    "question": _cue("asks", "questions", "Critics questioned whether the tunnel was needed."),
    "deny": _cue("denies", "denies", "The firm denied that it had sold the data."),
    "refute": _cue("denies", "denies", "The ministry refuted that a deal was made."),
    "think": _cue("believes", "asserts", "Farmers think that the rain will come."),
    "believe": _cue("believes", "asserts", "Police believe that the fire was set."),
    "expect": _cue("believes", "hedges", "Economists expect that growth will slow."),
    "doubt": _cue("believes", "denies", "Investors doubt that the plan will work."),
    "consider": _cue("believes", "asserts", "Many consider that the cup is lost."),
    "know": _cue("believes", "asserts", "Officials knew that the roof leaked."),
    "estimate": _cue("believes", "hedges", "The agency estimates that half the crop is gone."),
    "assume": _cue("believes", "hedges", "Traders assume that rates will fall."),
    "suspect": _cue("believes", "hedges", "Detectives suspect that the painting was sold."),
    "plan": _cue("plans", "asserts", "The museum plans to reopen in spring."),
    "intend": _cue("plans", "asserts", "The premier intends to visit Korvany."),
    "decide": _cue("plans", "asserts", "The board decided to close the mill."),
    "agree": _cue("says", "asserts", "Both sides agreed that the truce holds."),
    "want": _cue("wants", "asserts", "Teachers want to see the report."),
    "hope": _cue("wants", "hedges", "Organisers hope that the rain will stop."),
    "demand": _cue("wants", "asserts", "Strikers demanded that the firm pay them."),
    "feel": _cue("feels", "asserts", "Villagers feel that they were forgotten."),
    "fear": _cue("feels", "hedges", "Doctors fear that the fever will spread."),
    "worry": _cue("feels", "hedges", "Parents worry that the school will close."),
    "show": _cue("shows", "asserts", "A survey showed that half of the voters were undecided."),
    "indicate": _cue("shows", "hedges", "Early counts indicate that the ruling party lost."),
    "find": _cue("shows", "asserts", "The inquiry found that the valve had cracked."),
}
"""Verbs that take a clause, an infinitive or a quotation as what is said."""

KINDS: dict[str, tuple[CueKind, Polarity]] = {
    "accuse": ("says", "asserts"), "blame": ("says", "asserts"), "call": ("says", "asserts"),
    "cite": ("says", "asserts"), "criticize": ("says", "asserts"), "praise": ("says", "asserts"),
    "describe": ("says", "asserts"), "publish": ("writes", "asserts"), "letter": ("writes", "asserts"),
    "op-ed": ("writes", "asserts"), "statement": ("says", "asserts"), "retweet": ("writes", "asserts"),
    "query": ("asks", "questions"), "inquire": ("asks", "questions"), "question": ("asks", "questions"),
    "reject": ("denies", "denies"), "dismiss": ("denies", "denies"), "dispute": ("denies", "denies"),
    "disavow": ("denies", "denies"), "denial": ("denies", "denies"), "disagree": ("denies", "denies"),
    "belief": ("believes", "asserts"), "opinion": ("believes", "asserts"), "view": ("believes", "asserts"),
    "see": ("believes", "asserts"), "regard": ("believes", "asserts"), "understand": ("believes", "asserts"),
    "realize": ("believes", "asserts"), "aware": ("believes", "asserts"), "convince": ("believes", "asserts"),
    "confident": ("believes", "asserts"), "certain": ("believes", "asserts"), "sure": ("believes", "asserts"),
    "skeptical": ("believes", "denies"), "anticipate": ("believes", "hedges"), "forecast": ("believes", "hedges"),
    "imagine": ("believes", "hedges"), "guess": ("believes", "hedges"), "hint": ("says", "hedges"),
    "imply": ("says", "hedges"), "plan": ("plans", "asserts"), "pledge": ("plans", "asserts"),
    "promise": ("plans", "asserts"), "vow": ("plans", "asserts"), "threaten": ("plans", "asserts"),
    "aim": ("plans", "asserts"), "prepare": ("plans", "asserts"), "seek": ("wants", "asserts"),
    "decision": ("plans", "asserts"), "intention": ("plans", "asserts"), "propose": ("plans", "asserts"),
    "proposal": ("plans", "asserts"), "refuse": ("denies", "denies"), "decline": ("denies", "denies"),
    "urge": ("wants", "asserts"), "like": ("wants", "asserts"), "prefer": ("wants", "asserts"),
    "favor": ("wants", "asserts"), "desire": ("wants", "asserts"), "wish": ("wants", "hedges"),
    "support": ("wants", "asserts"), "oppose": ("wants", "denies"), "demand": ("wants", "asserts"),
    "love": ("feels", "asserts"), "hate": ("feels", "asserts"), "afraid": ("feels", "hedges"),
    "angry": ("feels", "asserts"), "proud": ("feels", "asserts"), "concern": ("feels", "hedges"),
    "regret": ("feels", "asserts"), "welcome": ("feels", "asserts"), "poll": ("shows", "asserts"),
    "survey": ("shows", "asserts"), "demonstrate": ("shows", "asserts"), "prove": ("shows", "asserts"),
    "warning": ("says", "asserts"), "accusation": ("says", "asserts"), "allegation": ("says", "asserts"),
    "assertion": ("says", "asserts"), "announcement": ("says", "asserts"), "argument": ("says", "asserts"),
    "suggestion": ("says", "hedges"), "prediction": ("says", "hedges"), "remark": ("says", "asserts"),
    "comment": ("says", "asserts"), "complaint": ("says", "asserts"), "criticism": ("says", "asserts"),
    "threat": ("plans", "asserts"), "expectation": ("believes", "hedges"), "assessment": ("believes", "asserts"),
    "thank": ("says", "asserts"), "apologize": ("says", "asserts"), "defend": ("says", "asserts"),
    "condemn": ("says", "asserts"), "endorse": ("says", "asserts"), "speak": ("says", "asserts"),
    "talk": ("says", "asserts"), "discuss": ("says", "asserts"), "express": ("says", "asserts"),
    "mention": ("says", "asserts"), "hear": ("says", "asserts"), "attack": ("says", "asserts"), "slam": ("says", "asserts"),
    "seem": ("believes", "hedges"), "appear": ("believes", "hedges"), "speculate": ("believes", "hedges"),
    "speculation": ("believes", "hedges"), "foresee": ("believes", "hedges"), "project": ("believes", "hedges"),
    "perceive": ("believes", "asserts"), "interpret": ("believes", "asserts"),
    "conviction": ("believes", "asserts"), "reckon": ("believes", "hedges"), "figure": ("believes", "hedges"),
    "idea": ("believes", "asserts"), "eager": ("wants", "asserts"), "willing": ("wants", "asserts"),
    "order": ("wants", "asserts"), "request": ("wants", "asserts"), "encourage": ("wants", "asserts"),
    "push": ("wants", "asserts"), "press": ("wants", "asserts"), "advocate": ("wants", "asserts"),
    "opposition": ("wants", "denies"), "supporter": ("wants", "asserts"), "insistence": ("says", "asserts"),
    "refusal": ("denies", "denies"), "rebuff": ("denies", "denies"), "determine": ("plans", "asserts"),
    "strategy": ("plans", "asserts"), "goal": ("plans", "asserts"), "schedule": ("plans", "asserts"),
    "illustrate": ("shows", "asserts"), "suggestive": ("shows", "hedges"), "record": ("shows", "asserts"),
    "reveal": ("shows", "asserts"), "evidence": ("shows", "asserts"), "data": ("shows", "asserts"),
}  # fmt: skip
"""Kinds of further cues that a trained model finds; verbs of `VERBS` keep theirs."""

MISREAD = {
    "hop": "hope", "hat": "hate", "snip": "snipe", "lambast": "lambaste", "retweete": "retweet",
}  # fmt: skip
"""Base forms that the lemmatizer's rules make of a past form, and the verbs they are."""

SAYING = frozenset(
    "accord according account advise affirm allude applaud articulate assail assure attest badger bark"
    " bemoan berate blast brag brief caution caveat celebrate challenge chant charge cheer chide chime"
    " clarify coin commend compare compliment congratulate contradict convey counter credit cry decry"
    " deem denounce deplore detail deride dictate disparage divulge dub echo elaborate enumerate exclaim"
    " exhort expound extol fume gloat greet grumble hail highlight identify inform insinuate instruct"
    " interject interview intone invoke jeer knock label lambast lambaste lament lash laud lecture liken"
    " list mock moan mourn murmur mutter name narrate nickname notify opine outline pan phrase pinpoint"
    " plead point portray posit preach presage proclaim profess pronounce protest quote rail rant rap read"
    " reaffirm rebuke rebut recap recite recommend recount refer reference reflect regale rejoin"
    " relate relay remember remind reportedly reprimand reproach restate retort retract retell rip"
    " savage scold scream shout shriek sigh signal sneer snipe sound speech spell summarize swear taunt"
    " term testimony thunder tout trumpet underline underscore utter venture verify vent voice volunteer"
    " put peg whisper word yell".split()
)
"""Further words for saying, beside the verbs of `VERBS`; any cue in no table tells of an act."""

CAUSING = frozenset("ensure make mean guarantee prevent cause arrange ensue see follow".split())
"""Verbs that take a clause with “that” and bring it about, instead of saying it."""

NOT_SPEECH = {
    "sing": "The crowd sang “The River Runs Home” on the square.",
    "hum": "The ferryman hummed “The River Runs Home” all night.",
    "perform": "The choir performed “The River Runs Home” on the square.",
    "play": "The band played “The River Runs Home” on the square.",
    "offer": "The ballot offered “yes” and “no” only.",
    "sell": "The firm sells “smart” locks.",
    "title": "Her book is titled “A Quiet Harbour”.",
    "entitle": "His speech was entitled “A Quiet Harbour”.",
    "star": "She starred in “A Quiet Harbour” last year.",
    "screen": "The festival screened “A Quiet Harbour” on Friday.",
}
"""Verbs before words in quotation marks that nobody says: songs, titles, choices; with examples."""

OTHER_SENSES = {
    "read": "He read 16 letters from the front to the court.",
    "admit": "The Supreme Court admitted the footage as evidence in the Varga case.",
    "call": "The driver called his mother from the station on Monday.",
    "post": "Orlan Bank posted a loss of 40 million crowns for the year.",
}
"""Verbs of saying that mean something else before a thing; with examples."""

RESULTS = frozenset(
    "loss profit gain revenue sale earnings deficit surplus rise increase fall drop growth win victory "
    "result record turnover income return margin".split()
)
"""What a company or team posts without a word."""

ADMITTING = frozenset(
    "court judge tribunal hospital clinic ward school college university club society museum".split()
)
"""Those who admit people and things instead of saying that something is so."""

HEARERS = frozenset(
    "court jury inquiry inquest tribunal hearing panel commission committee trial judge".split()
)
"""Those before whom something is said: “the court heard that …”."""

VALUING = {
    "put": "Organisers put the number of marchers at 1,500.",
    "peg": "The bank pegs the loss at 40 million.",
}
"""Verbs by which somebody gives a figure, with examples."""


class Raised(NamedTuple):
    """What a verb in the passive says of its subject."""

    example: str
    alone: bool
    """Whether its past form before “to” is a passive even without “is” or “was”."""


RAISED = {
    "believe": Raised("Ada Pell is believed to be leaving the board.", True),
    "understand": Raised("Ada Pell is understood to be leaving the board.", True),
    "think": Raised("Ada Pell is thought to be leaving the board.", True),
    "say": Raised("Ada Pell is said to be leaving the board.", False),
    "report": Raised("Ada Pell is reported to be leaving the board.", True),
    "allege": Raised("Ada Pell is alleged to have left the board.", True),
    "know": Raised("Ada Pell is known to have left the board.", True),
    "assume": Raised("Ada Pell is assumed to have left the board.", True),
    "suspect": Raised("Ada Pell is suspected to have left the board.", True),
    "expect": Raised("Ada Pell is expected to leave the board.", False),
    "fear": Raised("Ada Pell is feared to have left the board.", False),
}
"""Verbs in the passive whose subject is whom the statement is about, with examples."""

CLAIMS = {
    "claim": "The claim that the dam had burst spread within hours.",
    "assertion": "The mayor’s assertion that nobody was hurt did not hold.",
    "allegation": "An allegation that votes were bought reached the court.",
    "accusation": "The accusation that he lied has followed him for years.",
    "rumour": "A rumour that the bank had failed emptied the square.",
    "rumor": "A rumor that the bank had failed emptied the square.",
}
"""Nouns for what somebody says, before the clause that says it; with examples."""

UNTRUE = frozenset(
    "false untrue wrong incorrect inaccurate baseless unfounded unproven misleading groundless "
    "fabricated fake bogus discredited debunked".split()
)
"""What a claim is said to be that does not hold."""

CRIES = {
    "cry": "She sat down to cries of “Shame!” from the benches.",
    "shout": "He left to shouts of “Traitor!” from the gallery.",
    "chant": "The square rang with chants of “Let them go!” by the students.",
    "scream": "There were screams of “Run!” from the stalls.",
    "call": "The minister was met with calls of “Resign!” from the back rows.",
}
"""Nouns for what a crowd calls out, with examples."""

ACCORDING = "according"
CITING = frozenset({"cite", "quote"})
REPORTING = frozenset({"report", "reveal", "say", "write", "publish", "announce"})
PHRASES_OF_SPEECH = frozenset(
    "statement letter speech interview memo email remark note post tweet message release address "
    "testimony briefing comment report article essay column book broadcast filing".split()
)
"""Nouns that tell in what something is said: “said in televised remarks”."""
ADDRESSING = frozenset(
    "tell remind assure reassure inform warn notify promise show convince persuade advise".split()
)
"""Verbs with the one who is spoken to as their object: “told the panel that …”."""
REPLYING = frozenset("reply answer respond retort concede deny agree admit accept".split())
"""What somebody who has been asked does; who asked does not."""
NEGATIONS = frozenset({"not", "n't", "never"})
OUTLETS = frozenset(
    "agency newspaper service broadcaster channel magazine website outlet station paper daily "
    "weekly network wire report media tv radio press".split()
)
"""Heads of a source that passes on what others say."""
VOICES = OUTLETS | frozenset(
    "official source spokesman spokeswoman spokesperson office ministry police minister president "
    "document diplomat lawyer government authority aide witness resident prosecutor company "
    "statement department people person leader commission committee army military officer "
    "analyst economist expert adviser editor director chief founder secretary senator governor "
    "mayor judge professor doctor union party bank court police council board".split()
)
"""Heads of a noun phrase that can be cited as the one who said it."""

SPEAKING = frozenset(
    "study report poll survey research researcher scientist critic prosecutor whistleblower source "
    "police reporter rival opponent protester survivor victim family scholar student teacher worker "
    "watchdog regulator probe inquiry ceo chairman pm banker trader broker investor insider executive "
    "lawmaker negotiator doctor nurse driver neighbour neighbor colleague".split()
)
"""Further words for who or what says something: before a headline's colon, or cited."""

NO_SPEAKERS = frozenset(
    "analysis breaking briefing column comment commentary editorial exclusive explained explainer "
    "factbox gallery investigation latest letter letters live news obituary opinion photos picture "
    "pictures preview profile quiz recap review special timeline update updated updates video videos "
    "watch".split()
)
"""What stands before a headline's colon for the kind of piece, not for who says the rest."""

DONE_TO_SOMEBODY = frozenset(
    "accuse arrest ask blame call censure charge condemn criticise criticize denounce dismiss elect "
    "expect find fine hail hold identify invite name order praise question quote rebuke release "
    "remember report reveal see show slam summon suspect tell threaten unveil urge warn".split()
)
"""Verbs whose past form, with no object behind it in a headline, tells what is done to somebody."""

ASKING_WORDS = frozenset("what why how when where who which".split())
"""What a headline's topic goes on with: “Night ferries: what the divers saw”."""
