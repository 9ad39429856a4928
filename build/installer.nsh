; What Bookbell itself, or Windows for it, writes for the user who runs it. electron-builder's uninstaller knows only of what
; the installer wrote; an upgrade, which uninstalls the old version first, keeps it all.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "${APP_ID}"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "${APP_ID}"
    ; For its notifications, and for what a click on one starts: main/lifecycle/before-ready.ts has the number.
    DeleteRegKey HKCU "Software\Classes\AppUserModelId\${APP_ID}"
    DeleteRegKey HKCU "Software\Classes\CLSID\{6f0d5a0e-8f0c-4a57-9c3b-2f1d7f6f4a51}"
  ${endIf}
!macroend
