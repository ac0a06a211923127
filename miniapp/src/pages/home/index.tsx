import { useFirstStart } from '../../first-start/first-start';
import { PrivacyQuestion } from '../../first-start/privacy-question';
import { TypeSizeQuestion } from '../../first-start/type-size-question';
import { FrontPage } from '../../home/front-page';

export default function Home() {
  const unanswered = useFirstStart();
  if (unanswered === 'privacy') return <PrivacyQuestion />;
  if (unanswered === 'type-size') return <TypeSizeQuestion />;
  return <FrontPage />;
}
