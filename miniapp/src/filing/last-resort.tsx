/** Instead of a white screen, should a page of the form fail by our own fault: what was typed is safe, and how to go on. */
import { Component } from 'react';
import type { PropsWithChildren } from 'react';
import { Button } from '../ui/button';
import { leavePage } from '../ui/leave-page';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';

export class LastResort extends Component<PropsWithChildren, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Page
        title="这一页没有打开"
        actions={
          <>
            <Button onPress={() => this.setState({ failed: false })}>再试一次</Button>
            <Button kind="secondary" onPress={leavePage}>
              返回
            </Button>
          </>
        }
      >
        <Notice
          tone="error"
          title="出了点问题，不是您的错"
          detail="您填的、拍的都还在。请再试一次；还是不行，请打上面的电话。"
        />
      </Page>
    );
  }
}
