import { useState } from 'react';
import Taro from '@tarojs/taro';
import { ScanCredentialPage } from '../../credential/scan-credential-page';
import { ScannedPage } from '../../credential/scanned-page';
import { usePerson } from '../../session/session';

const HOME = 'pages/home/index';

/** Scan, then see who one is; a page that sent for the scan is gone back to. */
export default function Credential() {
  const person = usePerson();
  const [waiting] = useState(pageWaits);
  if (person === null) return <ScanCredentialPage />;
  return <ScannedPage onContinue={waiting ? () => void Taro.navigateBack() : null} />;
}

/** Whether another page than the front page opened this one, and waits for the scan. */
function pageWaits(): boolean {
  const pages = Taro.getCurrentPages();
  const before = pages[pages.length - 2]?.route ?? HOME;
  return !before.includes(HOME);
}
