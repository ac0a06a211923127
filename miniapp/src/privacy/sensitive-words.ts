/** What is said of each kind that is asked for separately: the question, what it is needed for, what it is called. */
import type { SensitiveKind } from '@yiban/shared-types/consents';

export interface SensitiveWords {
  readonly question: string;
  readonly why: string;
  /** In lists, and on what becomes of a no: 「看病的信息」. */
  readonly name: string;
  readonly otherwise: string;
}

const atTheWindow = '不用在手机上填和拍。带着材料到窗口一样能办，待遇不受影响。';

export const sensitiveWords: Readonly<Record<SensitiveKind, SensitiveWords>> = {
  'medical-data': {
    question: '要用到看病的信息，可以吗？',
    why: '办这件事，要看生了什么病、看病的票据和病历，才能核对能不能办、能报多少。',
    name: '看病的信息',
    otherwise: atTheWindow,
  },
  'bank-data': {
    question: '要用到银行卡号，可以吗？',
    why: '钱要打到银行卡上，所以要开户银行和卡号。只用来打款，不要密码。',
    name: '银行卡号',
    otherwise: atTheWindow,
  },
  'identity-papers': {
    question: '要拍证件，可以吗？',
    why: '要核对是不是本人、是什么亲属关系，所以要拍身份证、户口簿这些证件。不用刷脸。',
    name: '证件照片',
    otherwise: atTheWindow,
  },
  'others-data': {
    question: '要用到对方的信息，可以吗？',
    why: '您是替别人办，要填、要拍的是对方的信息。请只填这件事要用的，也请跟对方说一声。',
    name: '替别人办时对方的信息',
    otherwise: '对方可以自己在手机上办，也可以自己到窗口办，待遇不受影响。',
  },
  'minor-data': {
    question: '要用到孩子的信息，可以吗？',
    why: '孩子不满十四岁，他的信息要监护人（一般是爸爸妈妈）同意才能用。您是监护人、也同意，才点“可以”。',
    name: '不满十四岁孩子的信息',
    otherwise: '不是监护人的，请孩子的监护人来办。监护人也可以带着户口簿到窗口办，待遇不受影响。',
  },
};
