/** An item's page in the order in which people ask: what is it, is it for me, how long, what do I bring, how, by what right. */
import { View } from '@tarojs/components';
import type { ItemPage, TimeLimit } from '@yiban/shared-types/catalogue';
import { openAllowance } from '../navigation/open-page';
import { ItemRating } from '../ratings/item-rating';
import { useRegion } from '../region/regions';
import { Card } from '../ui/card';
import { Foldable } from '../ui/foldable';
import { Paragraph } from '../ui/paragraph';
import { Row } from '../ui/row';
import { shownLimit } from '../wording/time-limit';
import { Disclosure } from './disclosure';
import { Materials } from './materials';
import { OnSiteNotice } from './on-site-notice';
import { PublishedStandards } from './published-standards';

export function ItemDetails({ page }: { page: ItemPage }) {
  const { description, eligibility, process, basis, remarks, code } = page;
  return (
    <>
      <Card title="这是什么">
        <Paragraph>{description}</Paragraph>
      </Card>
      {publishes(page) && <PublishedStandards region={page.region} />}
      {page.estimates !== null && (
        <Card flush>
          <Row title="估算生育津贴" detail="先算算大约能领多少" onPress={() => openAllowance(page.region)} />
        </Card>
      )}
      <Card title="谁可以办">
        <Paragraph>{eligibility}</Paragraph>
      </Card>
      <Limits page={page} />
      {page.materials.length > 0 && <Materials materials={page.materials} />}
      <OnSiteNotice item={page} />
      <Card title="怎么办">
        {process.map((step, index) => (
          <Paragraph key={step}>
            {index + 1}. {step}
          </Paragraph>
        ))}
      </Card>
      <Channels page={page} />
      {remarks.length > 0 && (
        <Card title="还要知道">
          {remarks.map(({ text }) => (
            <Paragraph key={text}>{text}</Paragraph>
          ))}
        </Card>
      )}
      {basis.length > 0 && (
        <Foldable title="法律依据">
          {basis.map(({ title, article }) => (
            <Paragraph key={`${title}${article ?? ''}`}>
              {title}
              {article !== null && ` ${article}`}
            </Paragraph>
          ))}
        </Foldable>
      )}
      <ItemRating region={page.region} item={page.id} />
      <Disclosure page={page} />
      <View>
        <Paragraph small soft>
          {page.regionName}
          {code !== null && `，事项编码 ${code}`}
        </Paragraph>
      </View>
    </>
  );
}

function Limits({ page }: { page: ItemPage }) {
  const own = shownLimit(page.timeLimit);
  const statutory = shownLimit(page.statutoryLimit);
  if (own === null && statutory === null) return null;
  return (
    <Card flush title="要多久">
      {own !== null && <Row title={`${page.regionName}的规定`} value={own} />}
      {statutory !== null && <Row title="法律规定最长" value={statutory} />}
      {own !== null && statutory !== null && !isAtOnce(page.timeLimit) && (
        <Row title="按两个里更快的算" detail="从受理那天起，只算工作日；您补材料的时间不算。" />
      )}
    </Card>
  );
}

/** Proactive and for everyone: there is something to read, not something to apply for. */
function publishes({ mode, applicants }: ItemPage): boolean {
  return mode === 'proactive' && applicants.includes('public');
}

function isAtOnce(limit: TimeLimit): boolean {
  return limit !== null && 'immediate' in limit;
}

function Channels({ page }: { page: ItemPage }) {
  const region = useRegion();
  const here = region !== null && region.code === page.region ? region : null;
  return (
    <Card title="在哪里办">
      {page.channels.map((channel) => (
        <Paragraph key={channel}>{channel}</Paragraph>
      ))}
      {here !== null && (
        <Paragraph soft>
          窗口：{here.agency}，{here.address}；{here.hours}。电话 {here.phone}。
        </Paragraph>
      )}
    </Card>
  );
}
