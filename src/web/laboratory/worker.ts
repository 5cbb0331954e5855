import { makeBench } from './bench.js';
import type { Question } from './messages.js';

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.addEventListener('message', () => waiting.shift()?.());
channel.port1.start();

/** Ends after the messages that wait have been taken; a timer would wait four milliseconds each time. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });
}

/** Longer than a hand takes from one step of a slider to the next. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 150);
  });
}

// its name says which part of the work it has
const varies = self.name === 'variations';
const take = makeBench((answer) => self.postMessage(answer), { pause, rest }, { shows: !varies, varies });
self.addEventListener('message', (event: MessageEvent<Question>) => void take(event.data));
