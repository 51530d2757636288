## /migrate: old chats are moved out of other messengers

help-migrate = /migrate – moving old chats: the list and how far it is; add Telegram "5А родители", ответственный Ключева, срок 15.09; text 1; close 1; reopen 1; due 1 до 20.09; hand 1 Лугов; correct 1 Viber "5А родители"; remove 1; board
migration-messenger = { $messenger ->
    [telegram] Telegram
    [whatsapp] WhatsApp
    [viber] Viber
    [discord] Discord
    [vk] VK
   *[other] another messenger
}
migration-old = { $messenger } “{ $name }”
migration-new = { chat-name }
migration-form = { $defect ->
    [due] The date is missing.
    [past] This date has passed, or is too far away.
    [who] I see no such member of staff in the school's list.
   *[form] I do not understand this.
} Write for example: /migrate add Telegram "5А родители", ответственный Ключева, срок 15.09.
migration-same = This chat is written down already: move no. { $number }, due { $due }.
migration-added = Move no. { $number } is written down: { $messenger } “{ $name }”. Responsible: { $who }, due { $due }.{ $told ->
    [no] {" "}I have no dialog with whoever is responsible yet: please tell them yourself.
   *[yes] {""}
}{ $order ->
    [no] {""}
   *[yes] {" "}The order on duties is drafted{ $cited }.
}
migration-card = You are to move a chat: { $messenger } “{ $name }”, due { $due }. I have a text for the old chat and write once a week who has come already. I do not look into the old messenger.
migration-put-off = Due date of move no. { $number }: { $due }.
migration-empty = No moves are written down yet. To write one down: /migrate add Telegram "5А родители", ответственный Ключева, срок 15.09.
migration-none = You have no open moves. All of them: /migrate.
migration-which = Several moves are open, please give a number, for example: /migrate close 1. The numbers: /migrate.
migration-no-such = There is no move no. { $number }. The numbers: /migrate.
migration-gone = This move is no longer there. All of them: /migrate.
migration-list = Moves: { $count }, ended { $closed }, late { $overdue }.{ $figures ->
    [shown] {" "}Reached are { $reached } of { $of } ({ $percent } %).
   *[none] {""}
}
    { $lines }
migration-line = No. { $number }. { $messenger } “{ $name }”: { $state ->
    [closed] ended { $closed }
    [overdue] was due { $due }
   *[open] due { $due }
}, { $figures ->
    [shown] reached { $reached } of { $of } ({ $percent } %)
    [small] a small group, its class teacher sees the figures
   *[none] not counted
}{ $who ->
    [none] .
   *[other] , responsible { $who }
}
migration-progress = Move “{ chat-name }”: { $inside } of { $of } ({ $percent } %).{ $otherWay ->
    [0] {""}
   *[other] {" "}Another way: { $otherWay }.
}{ $names ->
    [none] {""}
   *[other] { $who ->
        [female] {" "}Not there yet: { $names }
        [male] {" "}Not there yet: { $names }
       *[many] {" "}Not there yet: { $names }
    }
}
migration-few = Move “{ chat-name }”: due { $due }. A small group, only its class teacher sees the figures.
migration-reached = Reached are { $reached } of { $of } (there { $inside }, another way { $otherWay }).
migration-uncounted = Move no. { $number }, { $messenger } “{ $name }”: due { $due }.
migration-names = The class teacher sees the names of those who are not there yet, and notes another way of telling them.
migration-who = Who prefers another way?
migration-how = How are news told: { $name }? Choose, or write it in your own words. There will be no more invites and reminders until they ask.
migration-how-words = { $how ->
    [telephone] by telephone
   *[diary] paper diary
}
migration-checklist = Ending the move: { $messenger } “{ $name }”. Please tick what is done in the old chat.{ $missing ->
    [0] {""}
   *[other] {" "}Not reached yet: { $missing }.
}
    { $lines }
migration-tick = { $done ->
    [yes] ☑
   *[no] ☐
} { $tick ->
    [farewell] a farewell message
    [read-only] the old chat is read-only or deleted
   *[link] the link is revoked
}{ $note }
migration-tried = { $is ->
    [asked] : under way
    [done] { $tick ->
        [farewell] : { $why ->
            [unpinned] posted, it could not be pinned
           *[none] posted
        }
        [read-only] : done
       *[link] : { $why ->
            [partly] I have revoked my own link; links of other administrators I cannot see, please look at them
           *[none] revoked
        }
    }
   *[failed] : { $why ->
        [unsupported] in this messenger a bot cannot do it, please do it in the settings of the chat
        [no-right] I have no such right in the old chat, please do it yourself
        [detached] I am no longer in the old chat, please do it yourself
        [uncertain] I do not know whether it worked: the messenger did not answer, please look
       *[other] it did not work, please do it yourself
    }
}
migration-closed = The move ended { $date }. The certificate is drafted.{ $left ->
    [yes] {" "}I look after the old chat no more.
   *[no] {""}
}
migration-over = Move no. { $number }, { $messenger } “{ $name }”, ended { $date }.
migration-overdue = { $count ->
    [1] A move is late: 1
   *[other] Moves that are late: { $count }
}. To look and set a new date: /migrate.
migration-export = Exports of chats are not taken: they hold personal data of others ({ $cited }). The file is not kept.
migration-export-plain = Exports of chats are not taken: they hold personal data of others. The file is not kept.
migration-own = You are responsible for a move: { $messenger } “{ $name }”, due { $due }

migration-dear = { $kind ->
    [class_students] Dear pupils!
    [class_parents] Dear parents!
   *[other] Dear members!
}
migration-with-us = { $of ->
    [0] {""}
   *[other] {" "}Already with us: { $inside } of { $of }.
}
migration-notice = { $dear } { $within ->
    [yes] From { $due } we go on in a new chat, “{ chat-name }”.
   *[no] From { $due } the chat “{ chat-name }” is held on the platform “{ $platform }”{ $cited }.
} { $leader ->
    [class] The class teacher
   *[other] The school's administration
} will send you a link of your own. Taking part is up to you: if another way suits you better, please tell them. The old chat { $within ->
    [yes] “{ $name }”
    [elsewhere] in the other messenger
   *[no] in { $messenger }
} will not be used after { $due }.{ $with }
migration-farewell = { $dear } This chat comes to its end{ $cited }. We go on in the chat “{ chat-name }”{ $within ->
    [yes] {""}
   *[no] {" "}on the platform “{ $platform }”
}: { $leader ->
    [class] the class teacher
   *[other] the school's administration
} gives you a link of your own. If another way suits you better, please tell them. What was written here stays for reading. Thank you all!

migration-post = Shall I put this notice into the old chat and pin it?
migration-quiet = These are the quiet hours, I do not write into the chat. Please press again on { $date } after { $time }.
migration-posting = I am putting the notice into the old chat and pinning it.
migration-shut = I will post and pin a farewell message, make the old chat read-only and revoke my own link to it. What the messenger does not let me do stays on your list. To undo it: /migrate reopen. The message will be this:

    { $farewell }
migration-shutting = I am closing the old chat. What came of it I will write here.
migration-not-there = I am no longer in the old chat, or the school has not let me act there. Please tick what you have done yourself: /migrate close.
migration-hand-form = To whom? Give the number and the surname, for example: /migrate hand 1 Лугов.
migration-handed = Move no. { $number }, { $messenger } “{ $name }”: { $who } is responsible now.
migration-hand-unreached = { $who } cannot get a question from me yet: there is no dialog with the bot. Please agree on it yourselves or ask the administration.
migration-hand-waits = I have asked { $who } Until they agree nothing changes.
migration-hand-asked = { $from } asks you to take over the move of a chat: { $messenger } “{ $name }”, due { $due }. Will you?
migration-hand-declined = Move no. { $number }, { $messenger } “{ $name }”: { $who } cannot take it. Nothing changes.
migration-hand-left = All right, nothing changes.
migration-correct-form = What is to be corrected? Give the number, the messenger and the name, for example: /migrate correct 1 Viber "5А родители". The date: /migrate due 1 до 20.09.
migration-corrected = Corrected: move no. { $number }, { $messenger } “{ $name }”, due { $due }.
migration-remove = Strike move no. { $number }, { $messenger } “{ $name }”, off the list? Please say why: it will stand in the journal. A move that is done is ended, not struck off.
migration-removed = Move no. { $number }, { $messenger } “{ $name }”, is struck off the list.
migration-kept = Move no. { $number }, { $messenger } “{ $name }”, stays on the list.
migration-closed-stays = Move no. { $number }, { $messenger } “{ $name }”, has ended: such stay on the list.
migration-open = Move no. { $number }, { $messenger } “{ $name }”, is open as it is, due { $due }.
migration-reopened = Move no. { $number }, { $messenger } “{ $name }”, is open again: people may write in the old chat if it was I who closed it.{ $late ->
    [yes] {" "}The date { $due } has passed, a new one: /migrate due { $number } до 30.09.
   *[no] {""}
} Please do not forget to tell the old chat.
migration-not-posted = The notice could not be put into the old chat: I may no longer be there. Please put it there yourself.
button-migration-post = Post it
button-migration-text = Text for the old chat
button-migration-other-way = Another way
button-migration-invite = Invite
button-migration-bot = Do it for me
button-migration-shut = Post and close
button-migration-not-now = Not now
button-migration-take = I take it
button-migration-leave = I cannot
button-migration-reason = { $reason ->
    [twice] Written down twice
    [no-chat] There is no such chat any more
   *[mistake] Written down by mistake
}
button-migration-keep = Keep it
button-migration-close = End the move
button-migration-person = { $name }
button-migration-how = { $how ->
    [telephone] By telephone
   *[diary] Paper diary
}
button-migration-tick = { $tick ->
    [farewell] Farewell message is there
    [read-only] Read-only or deleted
   *[link] Link is revoked
}

migration-act-name = Certificate of the move of chat { $number } (draft)
migration-act-heading = { $school }
    Draft
    Act on the move of chat no. { $number }
migration-act-column = { $which ->
    [what] What
   *[how] Details
}
migration-act-row = { $what ->
    [old] Old chat
    [new] New chat
    [platform] Platform
    [responsible] Responsible
    [due] Due
    [closed] The move ended
    [people] Members of the new chat by the school's list
    [farewell] Farewell message in the old chat
    [read-only] The old chat is read-only or deleted
    [link] The link to the old chat is revoked
    [signed-responsible] Responsible (signature, date)
   *[signed-administration] Administration (signature, date)
}
migration-act-people = { $few ->
    [yes] a small group, without figures
   *[no] { $of } in all; there { $inside }, another way { $otherWay }, not reached { $missing }
}
migration-act-done = { $done ->
    [yes] yes, as whoever is responsible says
    [bot] yes, done by the bot
   *[no] no
}

migration-board-name = Moves { $date }
migration-board-title = Old chats being moved, { $date }
migration-board-column = { $column ->
    [number] No.
    [old] Old chat
    [class] Class
    [responsible] Responsible
    [due] Due
    [progress] Reached
   *[state] State
}
migration-board-progress = { $figures ->
    [shown] { $reached } of { $of } ({ $percent } %)
    [few] a small group
   *[uncounted] not counted
}
migration-board-state = { $state ->
    [overdue] late
    [closing] closing
    [closed] ended
   *[open] under way
}
migration-board = Board of moves: { $count } in all, { $closed } ended, { $overdue } late. The same table is in the file.
