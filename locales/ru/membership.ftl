# Who is in a chat, and who should not be.

membership-welcome-back = Спасибо, теперь Вы можете писать в чате «{ chat-name }».
