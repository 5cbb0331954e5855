export default function Methods() { return null; }
