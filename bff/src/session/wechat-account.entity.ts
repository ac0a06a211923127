import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A WeChat user; once they scanned a credential, the next login by WeChat is that person's. */
@Entity('wechat_accounts')
export class WechatAccount {
  /** Keyed hash of the openid. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  wechatIndex!: string;
  @Index('wechat_accounts_person')
  @Column({ type: 'varchar', length: 36, nullable: true })
  personId!: string | null;
  /** The openid, sealed: needed to send subscription messages. */
  @Column({ type: 'text' })
  sealedOpenid!: string;
  @Column({ type: 'varchar', length: 24 })
  createdAt!: string;
}
