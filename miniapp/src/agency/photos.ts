/** The photos of a case in the order of its materials. Pure. */
import type { CaseMaterialView, UploadView } from '@yiban/shared-types/cases';
import type { Material } from '@yiban/shared-types/catalogue';
import type { OfficerGrant } from '@yiban/shared-types/grants';
import { paperNames } from './grant-papers';

export interface Photo {
  readonly id: string;
  readonly material: string;
  readonly materialName: string;
  /** From 1, within its material. */
  readonly ordinal: number;
  readonly ofMaterial: number;
  readonly picture: string | null;
  readonly thumbnail: string | null;
  readonly findings: UploadView['findings'];
}

export function photosOf(materials: readonly Material[], handedIn: readonly CaseMaterialView[]): readonly Photo[] {
  return materials.flatMap(({ id, name }) => {
    const uploads = handedIn.find(({ material }) => material === id)?.uploads ?? [];
    return photosNamed(id, name, uploads);
  });
}

/** Photos of the letter that a unit's handler acts on. */
export function letterPhotos(letter: readonly UploadView[]): readonly Photo[] {
  return photosNamed('unit-letter', '单位授权书', letter);
}

/** Photos of the papers that a proxy acts on. */
export function grantPhotos(grant: OfficerGrant | null): readonly Photo[] {
  return (grant?.papers ?? []).flatMap(({ paper, photos }) => photosNamed(`grant-${paper}`, paperNames[paper], photos));
}

function photosNamed(material: string, materialName: string, uploads: readonly UploadView[]): readonly Photo[] {
  return uploads.map((upload, i) => ({
    id: upload.id,
    material,
    materialName,
    ordinal: i + 1,
    ofMaterial: uploads.length,
    picture: upload.picture === null ? null : `${API_ORIGIN}${upload.picture}`,
    thumbnail: upload.thumbnail === null ? null : `${API_ORIGIN}${upload.thumbnail}`,
    findings: upload.findings,
  }));
}
