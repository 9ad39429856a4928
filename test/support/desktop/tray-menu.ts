import { unwrap } from "./bus.ts";

/** An entry of a tray's menu as a panel would show it. */
export interface MenuItem {
  readonly id: number;
  /** Without mnemonics. */
  readonly label: string;
  readonly kind: "action" | "checkbox" | "radio" | "separator" | "submenu";
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly items: readonly MenuItem[];
}

/** The visible entries of a layout as com.canonical.dbusmenu's GetLayout answers it. */
export function menuItems(layout: unknown): MenuItem[] {
  const [, , children] = layout as Layout;
  return children
    .map((child) => unwrap(child) as Layout)
    .filter(([, properties]) => unwrap(properties.visible) !== false)
    .map(menuItem);
}

/** The entry at "Label" or "Label > Sub", or an error that says why a user could not click it. */
export function clickable(items: readonly MenuItem[], path: string): MenuItem {
  const [label, ...rest] = path.split(" > ");
  const fits = items.filter((item) => item.label === label);
  const [item] = fits;
  if (!item) throw new Error(`No "${label}" in the menu, only ${items.map((one) => one.label).join(", ")}`);
  if (fits.length > 1) throw new Error(`"${label}" is in the menu ${fits.length} times`);
  if (!item.enabled) throw new Error(`"${label}" is disabled`);
  if (rest.length > 0) return clickable(item.items, rest.join(" > "));
  if (item.kind === "submenu") throw new Error(`"${label}" only opens a submenu`);
  return item;
}

type Layout = [id: number, properties: Record<string, unknown>, children: unknown[]];

function menuItem(layout: Layout): MenuItem {
  const [id, properties] = layout;
  return {
    id,
    label: plainLabel(String(unwrap(properties.label) ?? "")),
    kind: kindOf(properties),
    enabled: unwrap(properties.enabled) !== false,
    checked: unwrap(properties["toggle-state"]) === 1,
    items: menuItems(layout),
  };
}

function kindOf(properties: Record<string, unknown>): MenuItem["kind"] {
  if (unwrap(properties.type) === "separator") return "separator";
  if (unwrap(properties["children-display"]) === "submenu") return "submenu";
  const toggle = unwrap(properties["toggle-type"]);
  return toggle === "checkmark" ? "checkbox" : toggle === "radio" ? "radio" : "action";
}

// "_" marks the next letter as mnemonic, "__" is an underscore.
function plainLabel(label: string): string {
  return label.replace(/_(_?)/g, "$1");
}
