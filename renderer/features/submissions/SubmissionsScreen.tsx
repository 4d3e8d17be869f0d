export function SubmissionsScreen() {
  return <div />;
}
