import { Injectable } from '@nestjs/common';
import type { UploadView } from '@yiban/shared-types/cases';
import { problem } from '../problems/problem.js';
import { findingMessages, isFinding } from './finding-messages.js';
import { pictureFailures, type PictureFailure } from './picture-failures.js';
import { PictureLinks } from './picture-links.js';
import { readCorners, readTrim } from './trims.js';
import type { Upload } from './upload.entity.js';

/** What people are shown of an upload. */
@Injectable()
export class UploadViews {
  constructor(private readonly links: PictureLinks) {}

  of(upload: Upload): UploadView {
    const { id, status, length, offset } = upload;
    const received = status === 'received' && upload.purpose !== 'table';
    return {
      id,
      status,
      length,
      offset,
      findings: findingsOf(upload),
      failure: failureShown(upload),
      thumbnail: received ? this.links.make(id, 'thumb') : null,
      picture: received ? this.links.make(id, 'full') : null,
      aspect: upload.width === null || upload.height === null || !received ? null : upload.width / upload.height,
      edges: readCorners(upload.edges),
      trimmedFrom: trimmedFromOf(upload),
    };
  }
}

/** The problem code for which a file was refused, undefined where it was not. */
export function failureOf({ status, failure }: Upload): PictureFailure | undefined {
  if (status !== 'failed') return undefined;
  return pictureFailures.find((code) => code === failure) ?? 'upload-broken';
}

function failureShown(upload: Upload): UploadView['failure'] {
  const code = failureOf(upload);
  if (code === undefined) return null;
  const { title, detail } = problem(code).body();
  return { code, title, detail };
}

function trimmedFromOf({ trimmedFrom, trim }: Upload): UploadView['trimmedFrom'] {
  return trim === null || trimmedFrom === null ? null : { upload: trimmedFrom, ...readTrim(trim) };
}

function findingsOf({ findings }: Upload): UploadView['findings'] {
  const codes: unknown = JSON.parse(findings);
  if (!Array.isArray(codes)) return [];
  return codes.filter(isFinding).map((code) => ({ code, message: findingMessages[code] }));
}
