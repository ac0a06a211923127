/** One question of those that are asked of whoever wants to file for a relative. */
import { RELATIONS } from '../../../grants/relations';
import { ChoiceField } from '../../../ui/choice-field';
import { ItemsQuestion, ScopeQuestion } from './items-questions';
import { PapersQuestion } from './papers-question';
import { PrincipalQuestion } from './principal-question';
import type { QuestionId } from './questions';
import type { Request } from './request';
import { UntilQuestion } from './until-question';
import { WayQuestion } from './way-question';

export interface QuestionProps {
  request: Request;
  /** The item that one came for; '' where none. */
  item: string;
  region: string;
  error: string | undefined;
  onChange: (news: Partial<Request>) => void;
}

export function Question({ at, ...props }: QuestionProps & { at: QuestionId }) {
  switch (at) {
    case 'relation':
      return (
        <ChoiceField
          label="是您的什么人"
          options={RELATIONS}
          value={props.request.relation}
          error={props.error}
          onChange={(relation) => props.onChange({ relation })}
        />
      );
    case 'scope':
      return <ScopeQuestion {...props} />;
    case 'items':
      return <ItemsQuestion {...props} />;
    case 'until':
      return <UntilQuestion {...props} />;
    case 'way':
      return <WayQuestion {...props} />;
    case 'principal':
      return <PrincipalQuestion {...props} />;
    case 'papers':
      return <PapersQuestion {...props} />;
  }
}
