# Why a message was touched (`reason-`: “contained …”), and what its author may do instead (`advice-`), to an adult and to a pupil.

reason-insult = an insult
reason-personal-data = personal data of another person
reason-marks = marks of a particular child or other facts about it
reason-money = a card number or a collection of money
reason-link = a suspicious link
reason-messenger = an invitation to another messenger
reason-scam = signs of fraud
reason-drugs = signs of something dangerous to life and health
reason-threat = a threat
reason-self-harm = words that make adults worry about you
reason-alone = words about a child who needs help
reason-extremism = hostility to people of another nation or faith, or a call for violence
reason-sexual = material that is not for a school chat
reason-gambling = an invitation to gamble
reason-advertising = advertising, campaigning or a chain letter
reason-flood = many messages in a row
reason-voice = a voice message
reason-media = a file that may do harm

advice-obscene = { $reader ->
    [student] Write the same without rude words.
   *[other] Please write the same politely.
}
advice-insult = { $reader ->
    [student] Say what you do not agree with, without calling names.
   *[other] Please speak of what was done, not of the person.
}
advice-personal-data = { $reader ->
    [student] Other people's numbers, addresses and papers do not belong in a chat. If you need them, ask that person.
   *[other] If you need them, ask the person.
}
advice-marks = { $reader ->
    [student] The marks of one person are not discussed before all.
   *[other] Please tell the person directly or by the electronic diary.
}
advice-money = { $reader ->
    [student] Card numbers do not belong in a chat. Show the message to your parents.
   *[other] Donations are voluntary and go through the school's official account only.
}
advice-link = { $reader ->
    [student] Do not open this link, and never type in codes from text messages.
   *[other] Do not follow the link, and never type in codes from text messages.
}
advice-messenger = { $reader ->
    [student] We talk of school in the school's chat.
   *[other] School communication is held on the school's platform.
}
advice-scam = { $reader ->
    [student] If it was not you, press /hacked and tell an adult.
   *[other] If it was not you, press /hacked.
}
advice-drugs = { $reader ->
    [student] If it was not you, press /hacked. If it was sent to you, tell an adult whom you trust.
   *[other] If it was not you, press /hacked.
}
advice-threat = { $reader ->
    [student] If you are angry or somebody hurts you, write to the class teacher, who will help.
   *[other] Please turn to the class teacher or the school's administration.
}
advice-self-harm = { $reader ->
    [student] You are not alone. Call the helpline 8-800-2000-122, in danger 112.
   *[other] Helpline 8-800-2000-122, in danger 112.
}
advice-alone = { $reader ->
    [student] Adults of the school are called. If it is dangerous right now, call 112.
   *[other] The class teacher and the deputy head are called. If the child is in danger, call 112.
}
advice-extremism = { $reader ->
    [student] We speak with respect of people of other nations and faiths.
   *[other] Please speak with respect of people of any nation and faith.
}
advice-sexual = { $reader ->
    [student] If somebody sent you this or asks for such a thing, do not answer and tell an adult. It is not your fault.
   *[other] If you did not send the message, press /hacked.
}
advice-gambling = { $reader ->
    [student] Gambling is forbidden under 18. Do not follow such links.
   *[other] Such things are not placed in a school chat.
}
advice-advertising = { $reader ->
    [student] Advertising and “send it to everybody” letters are not sent to the chat.
   *[other] If it matters to the class, write to the class teacher.
}
advice-flood = { $reader ->
    [student] Put your thoughts into one message: it is easier to read for all.
   *[other] Please put it all into one message: it is easier to read for all.
}
advice-media = { $reader ->
    [student] Do not open such files. If it is yours and needed, ask the teacher.
   *[other] If the class needs the file, give it to the class teacher.
}

## The page of rules: what a school may set.

rules-setting-words-allow = Words of this school that are never touched: a surname, a street, the name of a play.
rules-setting-personal-data-allow = Published telephones, addresses and requisites, besides those of the school's settings.
rules-setting-money-allow = Accounts and telephones for voluntary gifts to the school, besides its requisites.
rules-setting-link-allow = Sites to which anybody may link, besides those of the school's settings.
rules-setting-link-hold-unknown = Whether a pupil's link to an unknown site waits for a person.
rules-setting-messenger-allow = Addresses in other messengers that the school itself has published: t.me/school21.
rules-setting-phrases-allow = What is innocent at this school: whatever overlaps it is no breach.
rules-setting-phrases-add = What the school wants to be found besides.
rules-setting-flood-per-minute = How many messages of one person in a minute are too many.
rules-setting-flood-stickers = How many stickers in a row are too many.
rules-setting-flood-copies = How many equal messages in ten minutes are too many.
rules-setting-flood-festive = Days (month-day) on which people congratulate as much as they like.
rules-setting-hands-per-minute = After how many “+” in a minute a poll is offered.
rules-setting-media-programs = What becomes of programs: keep – nothing, remind – a reminder, hold – hidden until decided, delete – hidden.
rules-setting-media-scripts = The same for files of commands (bat, vbs, ps1).
rules-setting-media-macros = The same for documents that may carry macros (docm, xlsm).
rules-setting-media-archives = The same for archives.
rules-setting-voice-remind = Ask to write words instead of voice messages.
rules-title = Rules of moderation
rules-intro = Printed by `dezhurny check --rules` from the rules themselves: what each looks for, what it costs, what a school may set, examples. Settings are written in the edition of the regulation, under `rules`. What the decisions mean and how often the bot is wrong: [moderation.md](moderation.md).
rules-about = Category: `{ $category }`. The message contains { $reason }. Costs at most: { $costs ->
    [keep] nothing, a sign to people
    [remind] a reminder, the message stays
    [hold] hidden until a person decides
    [delete] hidden
   *[alert] hidden, adults are called at once, no breach
}. Ground: the key { $key } under `citations` of the edition.
rules-advice = Advice to an adult: { $advice }
rules-advice-pupil = Advice to a pupil: { $advice }
rules-settings = Settings:
rules-flags = Finds (after the arrow: what exactly):
rules-foul = Examples of what is found are in the rule's file: foul words have no place in a document.
rules-passes = Lets be:

## Why a rule spoke or did not: `dezhurny check --trace`.

trace-no-ground = The rule { $rule } is silent: neither the regulation nor adopted chat rules give it a ground.
trace-broken = The rule { $rule } did not work because of an error: { $detail }.
trace-found = The rule { $rule } fired: { $evidence ->
    [none] found in the message as a whole
   *[other] found “{ $evidence }”
}, confidence { $sure } %, decision: { $costs ->
    [keep] do nothing, show it to people
    [remind] remind
    [hold] hide until a person decides
    [delete] hide
   *[alert] hide and call adults
}.
trace-signal = The rule { $rule } noticed: { $evidence ->
    [none] found in the message as a whole
   *[other] “{ $evidence }”
}, but a confidence of { $sure } % is only a sign to people.
trace-spared = The rule { $rule } did not fire: “{ $words }” near “{ $because }” is no breach.
trace-nothing = The rule { $rule } did not fire: there is nothing like it in the message.
