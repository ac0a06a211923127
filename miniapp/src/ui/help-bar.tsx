/** The three ways to help that every page has, always in the same place: reading aloud, the telephone, 长辈版. */
import { View } from '@tarojs/components';
import { callAgency, useAgencyPhone } from '../agency-phone/agency-phone';
import { setTypeMode, useElderMode } from '../elder/elder-mode';
import { useReadingAloud } from '../reading-aloud/use-reading-aloud';
import { Icon } from './icon';
import type { IconName } from './icon';
import './help-bar.scss';

export function HelpBar({ textToRead }: { textToRead: () => string }) {
  const phone = useAgencyPhone();
  const { elder } = useElderMode();
  const reading = useReadingAloud();
  return (
    <View className="help-bar">
      {reading.available && (
        <HelpButton
          icon={reading.speaking ? 'stop' : 'sound'}
          words={reading.speaking ? '停止' : '朗读'}
          label={reading.speaking ? '停止朗读' : '朗读本页'}
          onPress={() => reading.toggle(textToRead())}
        />
      )}
      <HelpButton
        icon="phone"
        words={phone.number}
        label={`打电话问 ${phone.name} ${phone.number}`}
        onPress={callAgency}
      />
      <HelpButton
        icon="letters"
        words={elder ? '标准版' : '长辈版'}
        label={elder ? '换回标准版' : '换成长辈版，字更大'}
        onPress={() => setTypeMode(elder ? 'normal' : 'elder')}
      />
    </View>
  );
}

interface HelpButtonProps {
  icon: IconName;
  words: string;
  label: string;
  onPress: () => void | Promise<void>;
}

function HelpButton({ icon, words, label, onPress }: HelpButtonProps) {
  return (
    <View className="help-button" hoverClass="is-pressed" ariaRole="button" ariaLabel={label} onClick={onPress}>
      <Icon name={icon} />
      <View>{words}</View>
    </View>
  );
}
