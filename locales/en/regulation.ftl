## The life of an edition

by-clause = { " " }({ $clause })
list-and = { $first } and { $rest }
list-comma = { $first }, { $rest }
need-accepted = the minutes of the teachers' council
need-agreed = the minutes of the governing council
need-order = the director's order
need-in-force-from = the date from which the edition is in force
edition-lacks = The edition cannot be enacted: { $count ->
    [one] { $first ->
        [inForceFrom] the date is missing: { $what }
       *[other] missing: { $what }
    }
   *[other] it needs { $what }
}{ $ground }.
edition-wrong = The edition cannot be enacted: { $what }{ $ground }.
edition-outrun = The edition cannot be enacted: one with a later date is adopted already.
edition-no-opinion = The opinion of the pupils' and the parents' councils is not named.
edition-lost-not = Clause { $clause } looks like a slip: a “not” is probably missing.
edition-stage = { $stage ->
    [draft] draft
    [adopted] adopted, not in force yet
    [in-force] in force
   *[lapsed] lapsed { $until }
}
archive-line = { $date } – { $stage } (order { $number } of { $ordered })

## The short rules of a chat

group-rules = The rules of our chat:
    { $rules }
    Questions and objections: /help.
rule-polite = – we respect each other ({ $cited })
rule-private = – no personal data or photos of other people without their consent ({ $cited })
rule-on-topic = – to the point; private questions in private ({ $cited })
rule-quiet = – from { $from } to { $to } the chat rests; tell the class teacher what is urgent ({ $cited })
rule-no-ads = – no advertising, no collecting of money, no campaigning ({ $cited })

## Defects of the school's files: file:line, how grave, what

defect-error = { $place }: error: { $what }
defect-remark = { $place }: remark: { $what }
defect-at = { $path }: { $what }
defect-yaml = the file cannot be read: look at indents, quotes and brackets
defect-encoding = the file is not saved as UTF-8: open it and save it as UTF-8
defect-key-twice = one name stands twice
defect-too-long = the file is larger than any regulation
defect-date = is not a date; example: '2024-08-31'
defect-empty = is empty
defect-missing = is missing
defect-quotes = is written in quotes; example: '355'
defect-long = too long
defect-many = too many
defect-boolean = is written true (yes) or false (no)
defect-invisible = the text holds invisible marks; type this line again
defect-order-ahead = the order is dated with a day that has not come yet
defect-file-unknown = the name of the file says nothing to the program, it is not read; example of a name: 2024-08-31.yaml
defect-file-twice = a second file of the same purpose is not read; keep one
defect-type = is not written as it should be; compare the samples in policies
defect-choice = there is no such value; possible: { $choices }
defect-unknown-field = unknown name “{ $field }”
defect-bullet = a bullet is named by one letter a…z
defect-bullet-twice = clause { $clause } holds a bullet twice
defect-bullet-gap = a letter is left out before bullet “{ $bullet }”
defect-clause-number = a clause number stands in quotes; example: '4.2'
defect-clause-twice = clause { $clause } stands twice
defect-no-clause = holds no clause
defect-section = a section is named by a number in quotes; example: '4'
defect-no-section = the clause has no section
defect-cites-nothing = cites clause { $clause }, which is not there
defect-cites-no-rule = { $key } cites point { $clause } of the chat rules, which is not there
defect-key-absent = it is not said what { $key } cites; if there is no such clause, write null
defect-key-nothing = { $key } cites nothing: nothing may rest on it
defect-measure-regulation = { $key } cites the regulation; measures and quiet hours rest on chat rules only
defect-kind = { $key } cites point { $clause } of the chat rules, which is about something else: it has no kind “{ $kind }”
defect-unknown-rule = there is no rule “{ $rule }”
defect-rule-settings = the settings of rule “{ $rule }” are not what it takes
defect-rule-no-ground = rule “{ $rule }” has no adopted ground: { $key } cites nothing
defect-rule-silent = rule “{ $rule }” is silent until the chat rules are adopted
defect-order-before-protocol = the order is signed before the minutes
defect-force-before-order = the edition is in force before its order
defect-force-after-order = under this regulation an edition is in force from the day of its order; there can be no later date
defect-same-date = two editions of one date
defect-file-name = the file is not named by the date from which the edition is in force
defect-gap = clause { $clause } stands where { $expected } is expected; if the school's text leaves the number out, name it in gaps
defect-no-gap = clause { $clause } is said to be left out, yet it is there
defect-letters = the word “{ $word }” mixes Russian and Latin letters
defect-school = clause { $clause }: { $words }
defect-school-whole = { $words }
defect-rules-draft = the chat rules are not adopted yet: there are no measures and no quiet hours
defect-rules-opinions = rules with measures do not come into force without the opinions of the parents' and the pupils' councils
defect-ladder-hours = the bot itself limits for a day at most
defect-ladder-days = too many days: a measure lasts up to 7, a breach is remembered up to 90
defect-ladder-step = read-only needs hours, a warning has none
defect-ladder-first = the first step is always a warning
defect-opinion-late = a council's opinion came after the order
defect-permission-unreachable = nobody may do “{ $permission }”
defect-row-twice = “{ $clause }” has a row already
defect-ground = is neither a citation key nor a clause; example: 3.3-j
defect-served = the line is not written as it should be: clause and does, by, test – or cannot – or later
defect-by = is not “rule …”, “command …” or “room …”
defect-test = is not a test file; example: test/regulation/cite.test.ts
defect-served-nothing = there is no clause { $clause }
defect-not-served = clause { $clause } says nothing of what the bot does
defect-no-edition = the folder holds no edition; example of a name: 2024-08-31.yaml
defect-no-folder = the folder cannot be read; POLICY_DIR names the folder of the school's editions

## The page docs/clauses.md

clauses-title = Clauses of the regulations and the bot
clauses-about = Printed by `dezhurny clauses` from the files in `policies`. A line without a command, rule or room is what the bot does not do, or does not do yet.
clauses-counts = { $edition }. Clauses and bullets: { $all }; served: { $served }; later: { $later }; impossible: { $cannot }.
clauses-head-clause = Clause
clauses-head-gist = About
clauses-head-does = What the bot does
clauses-head-by = Where
clauses-head-test = Test
clauses-later = later: { $what }
clauses-cannot = impossible: { $why }
clauses-chat-rules = Chat rules,
