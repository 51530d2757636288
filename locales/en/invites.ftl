invites-doors = { $doors }
invites-door = Link to the chat “{ chat-name }”: { $link }
    It is for you alone, please pass it on to nobody.
invites-door-shut = The class teacher will add you to the chat “{ chat-name }”: I cannot see its link yet.
invites-new-link = The link to the chat “{ chat-name }” has changed, the old one works no more. The new one: { $link }
invites-misclaimed = { $whose ->
    [parent] { $from ->
        [student] This link is meant for a parent. Please ask your mother or father to open it on their own phone.
       *[other] This link is meant for another parent. Please give it back to whom it was issued: let them open it on their own phone.
    }
   *[other] { $from ->
        [student] This link is meant for somebody else. Please give it back to your class teacher.
       *[other] This link is meant for somebody else. Please give it back to whoever issued it.
    }
}
invites-misclaimed-issuer = { $whose ->
    [parent] A parent's link was used from the profile of { $from ->
        [student] a pupil
       *[other] somebody else
    }; the entry is not confirmed.
   *[other] A personal link was used from the profile of { $from ->
        [student] a pupil
       *[other] somebody else
    }; the entry is not confirmed.
} The invite stays valid; the link was issued for { $owner }
invites-lapsed = The invite's time is over, the link is annulled ({ $cited }). Please ask the class teacher for a new one.
invites-lapsed-plain = The invite's time is over, the link is annulled. Please ask the class teacher for a new one.

help-invites = /invites 5А parents – personal invites into a chat; also: pupils 5А, teachers 5А, subject 5А computing, a surname; revoke and a surname; without words – your invites
invites-form = { $defect } Write where to invite, for example: /invites 5А parents, or whom: /invites and a surname.
invites-not-this = Nobody comes into the chat “{ chat-name }” by a personal invite: the platform administrator adds people there.
invites-class-unknown = The school's list has no class { $class }.
invites-no-chat = The chat “{ chat-name }” is not registered yet. Make it in the messenger, add the school's community, make it an administrator of the chat and write there: /chat { $kind ->
    [class_parents] parents { $class }
    [class_students] pupils { $class }
    [class_teachers] teachers { $class }
    [subject] subject { $class } { $subject }
    [leadership] leadership
   *[staff] staff
}. Then repeat the command.
invites-with-notes = { $lines }
invites-not-counted = { $why ->
    [inside] Not counted, being in the chat already: { $count }.
    [other-way] Not counted, being reached in another way: { $count }.
   *[open] Not counted, having an invite that is still valid: { $count }.
}
invites-no-link-right = I cannot see the link of this chat yet: make the school's community an administrator of the chat, or add those you invite yourself.
invites-preview = { $count ->
    [one] { $count } personal invite
   *[other] { $count } personal invites
} into the chat “{ chat-name }” will be issued, valid until { $date } { $time }. Issue?
invites-nobody = There is nobody to invite into the chat “{ chat-name }” now. To replace invites by new ones write: /invites again and the name of the chat.
invites-issued = { $cards ->
    [0] Done: { $count } sent in private messages.
   *[other] Done. Below are { $cards }: forward each to whom it is issued, or print the cards. Chat: “{ chat-name }”.
}
invites-card = { $role ->
    [parent] Dear parent! You are invited into the chat of the parents of class { $class }. The link is personal and valid until { $date }, please pass it on to nobody. Taking part costs nothing; if another way of being informed suits you better, tell the class teacher.
    [student] Hello! You are invited into the chat “{ chat-name }”. The link is personal and valid until { $date }, please pass it on to nobody.
   *[teacher] Hello! You are invited into the chat “{ chat-name }”. The link is personal and valid until { $date }, please pass it on to nobody.
}
    { $way }
    For: { $whose }. Code: { $code }.
invites-way-link = Link: { $link }
invites-way-code = Open private messages with the school's community and write the code.
invites-known = { $role ->
    [parent] Dear parent! You are invited into the chat of the parents of class { $class }. The link is personal and valid until { $date }, please pass it on to nobody: { $link }
    [student] Hello! You are invited into the chat “{ chat-name }”. The link is personal and valid until { $date }, please pass it on to nobody: { $link }
   *[teacher] Hello! You are invited into the chat “{ chat-name }”. The link is personal and valid until { $date }, please pass it on to nobody: { $link }
}
invites-unreached = { $who }: a private message did not get through. Please ask them to open the dialog with the school's community and repeat the invite.
invites-no-place = { $who }: the school's list names no chat to invite them into.
invites-not-meant = { $who }: by the school's list not of the chat “{ chat-name }”, so no invite was issued. If this is a mistake, tell the platform administrator.
invites-which = Whom to invite?
invites-none = You have issued no invites yet. To issue: /invites 5А parents.
invites-none-open = There are no valid invites of that kind. Your invites: /invites.
invites-none-over = There is nobody to invite again: the invites are issued or accepted already.
invites-list = Your invites:
    { $lines }
invites-line = – “{ chat-name }”: waiting { $issued }, linked { $claimed }, in the chat { $joined }, annulled { $over }.{ $open ->
    [yes] { " " }Valid until { $date }.
   *[no] { "" }
}{ $issued ->
    [0] { "" }
   *[other] { " " }Not opened yet: { $names }
}
invites-annul-preview = To be annulled: { $count }. The codes will work no more and the link of the chat will change. Annul?
invites-withdrawn = Annulled: { $count }. Issue new ones if needed: /invites.
invites-left = All right, nothing changes.
invites-expiring = Unused invites: { $count }. On { $date } at { $time } they will be annulled ({ $cited }). Remind those invited?
invites-annulled = Unclaimed invites annulled: { $count }. Issue new ones if needed: /invites.
invites-reminder = Hello! An invite into the chat “{ chat-name }” is waiting for you, valid until { $date } { $time }. Write me the code of the invite and I will send the link.
invites-reminded = { $reached ->
    [0] { "" }
   *[other] Reminders sent: { $reached }.{ " " }
}{ $count ->
    [0] { "" }
   *[other] I cannot write to these, the cards are in the messages above. Please remind them yourself: { $names }
}
invites-wish = { $who } ({ $class }) asks to invite a classmate into the chat. To issue an invite: /invites { $class } pupils.
invites-passed = The wish was passed on to the class teacher.
invites-not-passed = The wish could not be passed on: the class teacher is not linked yet. Please ask in person.
invites-unlink = Unclaimed invites annulled: { $count }. I cannot change the link of the chat “{ chat-name }” myself. Switch the link off in the settings and confirm.
invites-unlinked = Thank you, noted: the link is off.
button-invites-issue = Issue
button-invites-no = Cancel
button-invites-pass = Pass on
button-invites-annul = Annul
button-invites-remind = Remind
button-invites-not-now = No need
button-invites-again = Issue again
button-invites-unlinked = It is off
button-invites-person = { $who }
group-invites-wish = A teacher or the class teacher can add somebody. Please ask them in private.
