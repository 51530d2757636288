membership-welcome-back = Thank you, now you may write in the chat “{ chat-name }”.
