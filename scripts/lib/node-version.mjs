/** Called before anything else is loaded: older versions do not even parse what follows. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`vigil: Node 20.19 or later is needed, and this is Node ${process.versions.node}.`);
  process.exit(1);
}
