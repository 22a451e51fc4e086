"""Every screen of the program, and the keys that lead there: one row for each picture.

In: nothing. Out: `Picture` rows. A screen that no row shows fails a test.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name, what stands in it, the class of its screen, and how it is reached.

    `claim` has words of the claim to begin at, `keys` are pressed one after the other; `theme` and
    `blind` are settings. With `choose` the program begins with the list of articles.
    """

    name: str
    caption: str
    screen: str
    claim: str = "acquiring and attempting"
    keys: tuple[str, ...] = ()
    theme: str = "dark"
    choose: bool = False


SQL = (
    "select verdict, count(*) as claims, round(avg(check_worthiness), 2) as worth\n"
    "from claims group by 1 order by 2 desc;"
)
PICTURES = (
    Picture("review", "The review screen: claims, article, claim", "ReviewScreen"),
    Picture("claim-pane", "After tab: the claim scrolls, and has the room in a narrow window",
            "ReviewScreen", keys=("tab",)),
    Picture("articles", "The articles of the file, with how far each is", "Pick", choose=True),
    Picture("claim", "The claim in full", "View", keys=("enter",)),
    Picture("verdict", "After a verdict: stored, and the next open claim", "ReviewScreen",
            "Yao is an expert", ("5",)),
    Picture("rationale", "The rationale of a verdict that needs no evidence", "Form",
            "Yao is an expert", ("5", "r", *"No source says who calls him so.")),
    Picture("evidence-form", "A verdict that needs evidence waits for it", "Form", "CAS program",
            ("1", *"https://www.microsoft.example/stars", "tab", "tab", *"Star Track",
             "tab", *"funded by Microsoft Research")),
    Picture("evidence", "The evidence of a claim", "EvidenceList", keys=("E",)),
    Picture("evidence-reuse", "Evidence of other claims, to be taken over", "Pick",
            keys=("E", "r")),
    Picture("evidence-share", "One piece of evidence for several claims", "Form",
            keys=("E", "m", *"14 16-17")),
    Picture("evidence-retract", "Evidence is retracted with a reason", "Form",
            keys=("E", "-", *"the page was withdrawn")),
    Picture("quotations", "A quotation beside the words of its source", "View", keys=("v",)),
    Picture("link", "A link is shown in full before it is opened", "LinkQuestion", keys=("o",)),
    Picture("note", "A note on a claim", "Form", keys=("c", *"The ministry calls back on Monday.")),
    Picture("flags", "Flags and findings", "FlagMenu", "army of hackers", ("f", "3")),
    Picture("flags-rule", "All findings of a rule at once", "Question", "highlighted several",
            ("f", "D")),
    Picture("filter", "The filter, its saved filters, and the order", "FilterScreen",
            keys=("F", "down", "space", "right", "right", "space")),
    Picture("filtered", "A filtered and sorted list", "ReviewScreen",
            keys=("F", "space", "enter")),
    Picture("search", "Searching", "SearchLine", keys=("/", *"quantum")),
    Picture("found", "What was found, marked in list and article", "ReviewScreen",
            keys=("/", *"quantum", "enter")),
    Picture("outline", "The headings of the article", "Pick", keys=("O",)),
    Picture("edits", "The menu of edits", "EditMenu", "technical training", ("s",)),
    Picture("split", "A split, with its result before it is stored", "EditForm",
            "Shortly after", ("s", "s")),
    Picture("merge", "A merge, with its result", "EditForm", "similar initiative", ("s", "m")),
    Picture("reword", "A new wording, with what is not the article’s in brackets", "EditForm",
            "Yao is an expert", ("s", "r", "end", *" at the institute")),
    Picture("add-words", "Words of the article are selected for a new claim", "WordSelection",
            "complete roster", ("s", "a", *("H",) * 23)),
    Picture("add", "The new claim before it is stored", "EditForm", "complete roster",
            ("s", "a", *("H",) * 23, "enter")),
    Picture("not-a-claim", "A claim goes off the list with a reason", "Form", "Soda Green",
            ("s", "n", *"scenery")),
    Picture("stale", "A verdict on a claim that was edited since", "ReviewScreen", "deeply tied",
            ("tab",)),
    Picture("history", "The history of a claim", "HistoryView", "deeply tied", ("h",)),
    Picture("as-of", "The claim as it was after an act", "View", "deeply tied",
            ("h", "down", "down", "enter")),
    Picture("undo", "After an undo: back at the claim it was about", "ReviewScreen", "Soda Green",
            ("6", "j", "j", "u")),
    Picture("blind", "What others said is hidden until you decide", "ReviewScreen",
            "added four more", ("tab",)),
    Picture("revealed", "What others said, once it is shown", "ReviewScreen", "added four more",
            ("tab", "B")),
    Picture("report", "The report gets a file name", "Form", keys=("x",)),
    Picture("console", "The SQL console with a result", "Console", keys=("Q", f"”{SQL}", "f5")),
    Picture("console-row", "A row of a result in full", "View",
            keys=("Q", "”select * from claims where number = 2;", "f5", "f6", "enter")),
    Picture("console-open", "Questions that have a name", "Pick", keys=("Q", "ctrl+o")),
    Picture("console-save", "A question gets a name", "Form",
            keys=("Q", f"”{SQL}", "ctrl+s", *"by verdict")),
    Picture("dashboard", "The dashboard", "View", keys=("d",)),
    Picture("help", "The keys", "View", keys=("?",)),
    Picture("palette", "The command palette", "CommandPalette", keys=(":", *"evid")),
    Picture("copy", "What can be copied", "CopyMenu", keys=("Y",)),
    Picture("light", "The light theme", "ReviewScreen", theme="light"),
    Picture("contrast", "The theme of high contrast", "ReviewScreen", theme="contrast"),
    Picture("ansi", "The sixteen colours of the terminal", "ReviewScreen", theme="ansi"),
    Picture("no-colour", "No colour: signs and weight tell things apart", "ReviewScreen",
            theme="none"),
)  # fmt: skip
