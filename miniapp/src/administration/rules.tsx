/** Rules: a region's rules as its administrator sees and changes them. */
import { useCallback, useState } from 'react';
import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { Desk } from '../agency/desk';
import { useOfficer } from '../agency/officer-session';
import { backToQueue } from '../agency/ways';
import { Card } from '../ui/card';
import { Empty } from '../ui/empty';
import { Row } from '../ui/row';
import { rulesOn } from './administration-api';
import { ContactsChange } from './contacts-change';
import { today } from './days';
import { ItemChange } from './item-change';
import { Loading } from './loading';
import { useEscape } from './use-escape';
import { useLoaded } from './use-loaded';
import { Versions } from './versions';
import { openHolidays } from './ways';
import './rules.scss';

export function Rules() {
  const officer = useOfficer();
  const [open, setOpenAt] = useState<string | null>(null);
  const setOpen = (what: string | null) => {
    setOpenAt(what);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  };
  const back = open === null ? { words: '队列', go: backToQueue } : { words: '本地规则', go: () => setOpen(null) };
  useEscape(back.go);
  if (officer !== null && !officer.roles.includes('administrator'))
    return (
      <Desk title="本地规则" onBack={back}>
        <Empty icon="info" title="您的岗位不能改规则" detail="由本地管理员改。" />
      </Desk>
    );
  return (
    <Desk title="本地规则" onBack={back}>
      {officer !== null && <RegionRules region={officer.region} open={open} onOpen={setOpen} />}
    </Desk>
  );
}

interface RegionRulesProps {
  region: string;
  /** `region`, the id of an item, or null for the list. */
  open: string | null;
  onOpen: (what: string | null) => void;
}

function RegionRules({ region, open, onOpen }: RegionRulesProps) {
  const { state, reload } = useLoaded(useCallback(() => rulesOn(today()), []));
  if (state.kind !== 'ready') return <Loading state={state} what="本地规则" onRetry={reload} />;
  const { newest, name, contacts, items, versions } = state.value;
  const leave = () => onOpen(null);
  const published = () => {
    onOpen(null);
    void reload();
  };

  if (open === 'region')
    return <ContactsChange region={region} contacts={contacts} over={newest} onPublished={published} onLeave={leave} />;
  if (open !== null)
    return <ItemChange key={open} region={region} id={open} over={newest} onPublished={published} onLeave={leave} />;
  return (
    <View className="rules-columns">
      <View className="rules-column">
        <Card flush title={name}>
          <Row
            title="机构、窗口和电话"
            detail={contacts.offices.length === 0 ? '还没有填窗口' : `${contacts.offices.length} 个窗口`}
            onPress={() => onOpen('region')}
          />
          <Row title="放假通知" detail="每年一份，没有的年份到期日是暂定的" onPress={openHolidays} />
        </Card>
        <Versions versions={versions} onChanged={reload} />
      </View>
      <View className="rules-column">
        <Card flush title="改一个事项">
          {items.map((item) => (
            <Row key={item.id} title={item.name} onPress={() => onOpen(item.id)} />
          ))}
        </Card>
      </View>
    </View>
  );
}
