# What a person of the school decides about somebody's message.

help-warn = /warn – forward me a message and write this: I hide it and warn its author
help-quiet = /quiet 2 hours – forward me a message: its author can only read the chat for a time
help-lift = /lift – take back a warning or a limit; you may forward the message itself
button-ground = { $ground }
ground-with-clause = { $ground } ({ $clause })
ground-name = { $key ->
    [POLITE] Rudeness
    [RIGHTS] Rights of others
    [PD] Personal data
    [PLATFORM] Other messenger
    [STUDY_PROFILE] Other messenger
    [ON_TOPIC] Off topic
    [ADS] Advertising
   *[MONEY] Collecting money
}
button-chat = { chat-name }
aim-lost = I cannot find this message: it is older than two days or of no chat of the school. Open the chat and answer the message itself with the command.
aim-bot = This is a message of the bot. If it is wrong, please tell the administrator.
sanction-how = { $as ->
    [warning] Forward me the message and write with it: /warn. Or answer the message in the chat with this command: I take the command away at once.
   *[read-only] Forward me the message and write with it, for example: /quiet 2 hours. Or answer the message in the chat with this command: I take the command away at once.
}
sanction-which = This message stands in several chats. Which one do you mean?
sanction-ground = I see no breach in this message myself. { $as ->
    [warning] What is the warning for? It needs a clause.
   *[read-only] What is the limit for? It needs a clause.
}
sanction-no-ground = The school’s documents have no clause by which this message could be hidden. The administration decides this.
sanction-no-rules = People can be limited only where the school has adopted chat rules with measures. You may hide the message: /warn.
sanction-own = This is your own message. You can delete it yourself.
sanction-staff = This message is of the school’s staff. The bot neither warns nor limits staff: talk in person or turn to the deputy head.
sanction-long = No longer than seven days. Longer is for the administration to decide.
sanction-span = I do not understand for how long. For example: /quiet 2 hours, /quiet 3 days.
sanction-again = There is case { $number } about this message already. See it: /cases { $number }, take it back: /lift.
sanction-done = { $as ->
    [warning] Done, case { $number }: the message in “{ chat-name }” is hidden, its author is warned ({ $cited }).
   *[read-only] Done, case { $number }: the message is hidden, its author can only read “{ chat-name }” until { $until } ({ $cited }).
} The author may object, and somebody else decides. Take it back: /lift.
lift-none = Nobody is limited in your chats now. To take back a warning or give back a message, forward it to me and write: /lift.
lift-nothing = Nothing was done about this message: there is nothing to take back.
notice-warning-by = { $reader ->
    [student] Hello! Your message of { $time } in “{ chat-name }” is hidden: the { $role ->
        [class-teacher] class teacher
        [deputy] deputy head
        [teacher] teacher
        [administrator] administrator
       *[other] staff
    } decided so ({ $cited }). { $advice } This is a warning, it stands for { $days } days. If you disagree, press the button: another adult answers by { $due }.
   *[other] Hello! Your message of { $time } in “{ chat-name }” is hidden: the { $role ->
        [class-teacher] class teacher
        [deputy] deputy head
        [teacher] teacher
        [administrator] administrator
       *[other] staff
    } decided so ({ $cited }). { $advice } This is a warning, it stands for { $days } days. If you disagree, press “{ button-object }”: another person answers by { $due }.
}
notice-read-only-by = { $reader ->
    [student] Hello! Your message of { $time } in “{ chat-name }” is hidden ({ $cited }), and until { $until } this chat can only be read ({ $cited-measure }): the { $role ->
        [class-teacher] class teacher
        [deputy] deputy head
        [teacher] teacher
        [administrator] administrator
       *[other] staff
    } decided so. You can write in person as usual. If you disagree, press the button: another adult answers by { $due }.
   *[other] Hello! Your message of { $time } in “{ chat-name }” is hidden ({ $cited }), and until { $until } this chat can only be read ({ $cited-measure }): the { $role ->
        [class-teacher] class teacher
        [deputy] deputy head
        [teacher] teacher
        [administrator] administrator
       *[other] staff
    } decided so. You can write in person as usual. If you disagree, press “{ button-object }”: another person answers by { $due }.
}

## Complaints and photographs.

help-complain = /complain – forward me a message or answer it: the class teacher looks at it, your name is told to nobody
help-photo = /photo – forward me a photo or answer it: I take it away at once if you or your child are in it
reason-person = a breach of the rules of the chat
advice-person = { $reader ->
    [student] If you do not see why, ask the adult who decided so.
   *[other] If you do not see why, ask whoever decided so.
}
button-case-hide = Hide the message
button-case-leave = Leave it
complaint-how = Forward me the message and write with it: /complain. Or answer the message in the chat with this command: I take the command away at once. I tell nobody who complains.
complaint-taken = Thank you, your complaint is with whoever answers for the chat. You will hear the decision here. Your name is not told.
complaint-again = Your complaint about this message is there already; you will hear the decision here.
complaint-hidden-already = This message is hidden already.
complaint-decided = A complaint about this message has been considered: { $as ->
    [confirmed] it is hidden
   *[cancelled] it stays
}.
complaint-no-ground = The school’s documents have no clause by which this message could be hidden. Please turn to the class teacher in person.
complaint-outcome = Your complaint about a message in “{ chat-name }” was considered: { $as ->
    [confirmed] it is hidden
   *[cancelled] it stays
}. Thank you for telling.
complaint-done-hidden = Case { $number }: the message is hidden, its author is told why and how to object.
complaint-done-left = Case { $number }: the message stays, its author hears nothing of the complaint.
photo-how = Forward me the photo and write with it: /photo. Or answer the photo in the chat with this command: I take the command away at once.
photo-none = There is no photo, video or file in this message. If it breaks the rules, write: /complain.
photo-done = The photo in “{ chat-name }” is taken away. The class teacher decides whether it stays so; until then the same file does not come back.
group-photo-removed = A photo was taken away at the wish of a member. Thank you for understanding ({ $cited }).
notice-photo = { $reader ->
    [student] Hello! Your photo of { $time } in “{ chat-name }” is taken away for now: a member of the chat asked for it ({ $cited }). It is no breach. The class teacher decides. If you disagree, press the button: an adult answers by { $due }.
   *[other] Hello! Your photo of { $time } in “{ chat-name }” is taken away for now at the wish of a member ({ $cited }). It is not counted as a breach. The class teacher decides. If you disagree, press “{ button-object }”; you are answered by { $due }.
}
notice-hidden-by = { $reader ->
    [student] Hello! Your message of { $time } in “{ chat-name }” is hidden: the { $role ->
        [class-teacher] class teacher
        [deputy] deputy head
        [teacher] teacher
        [director] director
       *[other] staff
    } decided so ({ $cited }). { $advice } If you disagree, press the button: another adult answers by { $due }.
   *[other] Hello! Your message of { $time } in “{ chat-name }” is hidden: the { $role ->
        [class-teacher] class teacher
        [deputy] deputy head
        [teacher] teacher
        [director] director
       *[other] staff
    } decided so ({ $cited }). { $advice } If you disagree, press “{ button-object }”: another person answers by { $due }.
}
