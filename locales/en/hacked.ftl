# An account that may be in other hands: what came from it, its owner's word, and what people decide.

hacked-frozen = { $by ->
    [other] The administrator was told that your account may be hacked ({ $cited }). { $reader ->
        [student] Until adults have checked, you can only read the chats. Ask your parents to help you change your password, end all other sessions and send the letter below to the support.
       *[other] In the chats you can only read for now; invites issued in your name in the last day are annulled. Change your password, end all other sessions and send the letter below to the support.
    } If the account is in your hands, write to me: Это снова я.
   *[owner] Thank you for telling ({ $cited }). { $reader ->
        [student] Until adults have checked, you can only read the chats; the administrator knows. Ask your parents to help you change your password, end all other sessions and send the letter below to the support.
       *[other] In the chats you can only read for now, invites in your name are annulled, the administrator knows. Change your password, end all other sessions and send the letter below to the support.
    }
}
hacked-letter = To: { $support }
    Subject: a hacked account

    Hello! My account on the platform { $platform } is probably hacked: others write in my name. Please end all sessions but mine and help me to get it back.
    { $name }, { $role }{ $school ->
        [none] {""}
       *[other] , { $school }
    }
    Date and time when I noticed it: ____________________
    Telephone: ____________________
hacked-shut = This account is frozen: it orders nothing. { $reader ->
    [student] If it is with you again, write to me
   *[other] If it is in your hands again, write to me
}: Это снова я.
hacked-again = Passed on to the administrator, { $reader ->
    [student] who will see you in person
   *[other] who will make sure in person that it is you
}, and lift the restriction.
hacked-again-card = “Это снова я” was written from a frozen account: { $name }, { $role }. Please make sure in person, face to face or by telephone, that it is really them, and restore it only then.
hacked-told = { $by ->
    [owner] { $name }, { $role }: “I was hacked”. The account is frozen on its owner’s word.
   *[other] { $name }, { $role }: the account is frozen on somebody else’s word.
} Read-only in all chats, orders nothing. { $invites ->
    [0] No invites were issued in the last day.
    [one] { $invites } invite of the last day is annulled.
   *[other] { $invites } invites of the last day are annulled.
} { $staff ->
    [yes] Where this person is an administrator of a chat, take those rights away there: the bot cannot limit an administrator of a chat.{" "}
   *[no] {""}
}The letter to the support is drafted and with the owner. Restore the account when you have made sure in person that its owner has it.
button-hacked-restore = Identity checked, restore
button-hacked-stay = Leave it for now
button-hacked-freeze = Freeze the account
button-hacked-leave = Not confirmed
hacked-deputy = { $name }, { $role }: perhaps hacked, the account is frozen until the administrator has checked it. { $classes ->
    [none] Please keep it in mind.
   *[other] Order in the chats of { $classes } is yours for now: the cards will come to you.
}
hacked-deputy-back = { $name }, { $role }: the account is checked and works again.{ $classes ->
    [none] {""}
   *[other] {" "}Order in the chats of { $classes } is the class teacher’s again.
}
hacked-restored = The account is checked, the restriction is lifted. { $reader ->
    [student] You may write in the chats again.
   *[other] If the invites are needed, please issue them anew.
}
hacked-stranger = This account is not linked to the school’s list, and I do not know who writes. Tell the administrator or the class teacher of it in person, change the password and end all other sessions.
hacked-reported = Thank you. The administrator knows and will decide.
hacked-report = Somebody else ({ $by }, { $by-role }) says that an account may be hacked: { $name }, { $role }. Nothing is changed until you decide. Please speak with the owner in person.
hacked-no-account = This person is not linked to the bot: there is nothing to freeze.
hacked-over = There is nothing left to decide here.
hacked-not-own = Somebody else decides about your own account.
hacked-decided = This message is decided about already.
hacked-done-freeze = The account is frozen.
hacked-done-restore = The restriction is lifted.
hacked-done-stay = Nothing was changed.
hacked-done-owner = Noted: its owner wrote it. The owner was told and may object.
hacked-done-wrong = Noted: the bot was wrong. The author was told.
hacked-said-yes = Your answer is noted. { $reader ->
    [student] An adult decides
   *[other] A person decides
}: the class teacher or the administrator will speak with you.
hacked-check-over = Nobody has decided whether an account is hacked: { $name }, { $role }. The check is over, the restriction is lifted.
hacked-check-free = The check is over, you may write in the chats again. { $reader ->
    [student] Ask an adult to help you change your password, to be safe.
   *[other] Change your password to be safe.
}
hacked-whose = { $reader ->
    [student] Hello!
   *[other] Hello.
} Your message in the chat “{ chat-name }” is hidden: it looks like fraud ({ $cited }). { $limited ->
    [yes] Your account may be hacked, so until it is checked the school’s chats can only be read.
   *[no] Your account may be hacked.
} Was it you who wrote it?
hacked-drugs = The message is hidden: it has signs of information dangerous to life and health ({ $cited }). If it was not you, type /hacked.
button-hacked-yes = Yes
button-hacked-no = No, I was hacked
hacked-card = Urgent. { $date }, { $time }, chat “{ chat-name }”: hidden: { $category ->
    [drugs] a message about drugs
    [link] a message with a suspicious link
   *[other] a message that looks like fraud
}. { $known ->
    [yes] The author is { $name }, { $role }: the account may be hacked.
   *[no] The author is not in the school’s list.
} { $limited ->
    [yes] Until you decide the account may only read. Please ask its owner in person.
   *[no] The account is not limited. Please ask its owner in person.
}
button-check-show = Show the fragment
button-check-owner = The owner wrote it
button-check-wrong = The bot was wrong
button-check-freeze = Freeze the account
button-check-lift = The owner has it
hacked-owner = A message in the chat “{ chat-name }” of { $date } { $time } is hidden ({ $cited }). A person has checked: the account’s owner wrote it. { $measure ->
    [warning] This is a warning.
    [read-only] Until { $until } this chat can only be read ({ $cited-measure }).
   *[none] There are no limits.
} { $reader ->
    [student] If you disagree, press the button.
   *[other] If you do not agree, press the button.
}
group-scam = { $what ->
    [link] Careful: a suspicious link appeared in the chat and was deleted.
   *[message] Careful: a suspicious message appeared in the chat and was deleted.
} The school never asks for codes from messages or for passwords. If you followed the link, write to me in private: “меня взломали”.
help-hacked = /hacked – if your account was hacked; “/hacked Surname” – if somebody else’s seems to be
