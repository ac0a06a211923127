import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One accepted subscription message of a WeChat account: good for one message. */
@Entity('subscription_consents')
@Index('subscription_consents_left', ['wechatIndex', 'topic', 'usedAt'])
export class SubscriptionConsent {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  /** Keyed hash of the openid. */
  @Column({ type: 'varchar', length: 64 })
  wechatIndex!: string;
  @Column({ type: 'varchar', length: 20 })
  topic!: string;
  @Column({ type: 'varchar', length: 24 })
  acceptedAt!: string;
  @Column({ type: 'varchar', length: 24, nullable: true })
  usedAt!: string | null;
  /** The message it was used for (its key in the outbox); null for one that WeChat did not know of any more. */
  @Index('subscription_consents_used_for')
  @Column({ type: 'varchar', length: 80, nullable: true })
  usedFor!: string | null;
}
