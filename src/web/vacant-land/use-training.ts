import { useCallback, useEffect, useState } from 'react';
import type { VacantTraining } from '../../api/contract.js';
import type { Language } from '../../base/index.js';
import { type CallError, call, callErrorOf } from '../api.js';

/** Time between questions how far a training is, ms. */
const pause = 500;

/** What a training is told beside the labels. */
export interface TrainWords {
  /** Of the report. */
  readonly lang?: Language;
  /** A model of the user in place of learning: its manifest, and its bytes as base64. */
  readonly model?: { readonly manifest: string; readonly onnx: string };
  /** Class of all ground outside the polygons; unknown without. */
  readonly rest?: string;
  /** m². */
  readonly minArea?: number;
  /** City in whose ledger each polygon becomes a finding, and the year of these findings. */
  readonly findings?: string;
  readonly period?: string;
}

/** A training, begun here or by somebody else. */
export interface Training {
  /** Share done; null where none runs. */
  readonly share: number | null;
  readonly error: CallError | null;
  readonly train: (words: TrainWords) => Promise<void>;
}

/**
 * Follows the training of a project.
 *
 * @param running share done when the page came
 * @param onDone called when a training has ended well
 */
export function useTraining(path: string, running: number | null, onDone: () => Promise<void>): Training {
  const [share, setShare] = useState(running);
  const [error, setError] = useState<CallError | null>(null);
  const isRunning = share !== null;
  const end = useCallback(async () => {
    await onDone();
    setShare(null);
  }, [onDone]);
  useEffect(() => {
    if (!isRunning) return;
    let current = true;
    const ask = async () => {
      const found = await call<VacantTraining>(`${path}/training`).catch(() => null);
      if (!current || found === null) return;
      if (found.share === null) await end();
      else setShare(found.share);
    };
    const timer = setInterval(() => void ask(), pause);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [path, isRunning, end]);
  const train = async (words: TrainWords) => {
    setShare(0);
    setError(null);
    try {
      const headers = { 'content-type': 'application/json' };
      await call(`${path}/train`, { method: 'POST', headers, body: JSON.stringify(words) });
      await end();
    } catch (cause) {
      const fault = callErrorOf(cause);
      setError(fault);
      // Where only the answer was lost, the training may go on: it is asked about until it has ended.
      if (fault.problem !== null) setShare(null);
    }
  };
  return { share, error, train };
}
