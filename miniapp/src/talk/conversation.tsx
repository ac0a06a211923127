/** What was said about a case, both sides, the oldest first. */
import { Image, View } from '@tarojs/components';
import type { ConversationMessage } from '@yiban/shared-types/cases';
import { pictureAddress } from '../api/uploads';
import { shownInstant } from '../wording/dates';
import './conversation.scss';

export function Conversation({ messages }: { messages: readonly ConversationMessage[] }) {
  return (
    <View className="talk" ariaRole="log" ariaLabel="对话">
      {messages.map(({ id, from, author, text, pictures, at }) => (
        <View key={id} className={`talk-word is-${from}`}>
          <View className="talk-author">
            {author}　{shownInstant(at)}
          </View>
          <View className="talk-text">{text}</View>
          {pictures.length > 0 && (
            <View className="talk-pictures">
              {pictures.map((picture, i) => (
                <Image
                  key={picture.id}
                  className="talk-picture"
                  mode="aspectFit"
                  src={pictureAddress(picture.picture) ?? ''}
                  ariaLabel={`${author}的第 ${i + 1} 张照片`}
                />
              ))}
            </View>
          )}
        </View>
      ))}
    </View>
  );
}
