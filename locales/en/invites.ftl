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
} It was issued to { $owner }. The invite stays valid.
invites-lapsed = The invite's time is over, the link is annulled ({ $cited }). Please ask the class teacher for a new one.
invites-lapsed-plain = The invite's time is over, the link is annulled. Please ask the class teacher for a new one.
