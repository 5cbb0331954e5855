export default function City(_: { readonly id: string }) { return null; }
