export default function Method(_: { readonly id: string }) { return null; }
