export function ItemsScreen() {
  return <div />;
}
